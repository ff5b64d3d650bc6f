package dev.fk.junit.verify;

import dev.fk.core.schema.CanonicalSchema;
import dev.fk.core.source.MigrationStep;
import dev.fk.core.source.Migrations;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DynamicTest;

/**
 * Tests of migrations that build on each other, made one by one: where one fails so that those after it cannot be tried,
 * there are no tests of them, and its failure names them.
 */
abstract class Chain implements Iterator<DynamicTest> {
    private final Migrations migrations;
    private final List<MigrationStep> tested;
    private final AtomicInteger made = new AtomicInteger();
    private final AtomicBoolean broken = new AtomicBoolean();

    /** Written by one thread at a time. */
    private volatile CanonicalSchema seen;

    /** @param tested in their order */
    Chain(Migrations migrations, List<MigrationStep> tested) {
        this.migrations = migrations;
        this.tested = tested;
        this.seen = migrations.read();
    }

    /** Tries one of the migrations on the database, in which those before it have run. */
    abstract void test(MigrationStep step);

    final Migrations migrations() {
        return migrations;
    }

    /** What the catalog said when it was looked at last; nobody else changes it. */
    final CanonicalSchema seen() {
        return seen;
    }

    /** Looks at the catalog. */
    final CanonicalSchema look() {
        CanonicalSchema now = migrations.read();
        seen = now;
        return now;
    }

    /** Runs the next migration; afterwards somebody has to look. */
    final void attempt(MigrationStep step) {
        new Attempt(migrations, seen()).run(step);
    }

    final void end() {
        broken.set(true);
    }

    @Override
    public final boolean hasNext() {
        return !broken.get() && made.get() < tested.size();
    }

    @Override
    public final DynamicTest next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        MigrationStep step = tested.get(made.getAndIncrement());
        return DynamicTest.dynamicTest(step.name(), () -> {
            runUpTo(step);
            test(step);
        });
    }

    /** Those before it have run, unless this test alone was chosen, or they are not tested. */
    private void runUpTo(MigrationStep step) {
        for (MigrationStep before : List.copyOf(migrations.pending())) {
            if (before.equals(step)) {
                return;
            }
            attempt(before);
            look();
        }
    }
}
