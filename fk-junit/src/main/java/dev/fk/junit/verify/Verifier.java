package dev.fk.junit.verify;

import dev.fk.core.dialect.Sql;
import dev.fk.core.schema.Nearest;
import dev.fk.core.source.MigrationSet;
import dev.fk.core.source.MigrationStep;
import dev.fk.core.source.Migrations;
import dev.fk.junit.DeclaredSchema;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestReporter;

/** Makes the tests of {@link MigrationVerification} of what is declared for one of its methods. */
@API(status = Status.INTERNAL)
public final class Verifier {
    private final DeclaredSchema declared;
    private final WalkCache cache;

    Verifier(DeclaredSchema declared, WalkCache cache) {
        this.declared = declared;
        this.cache = cache;
    }

    Iterator<DynamicTest> written(Verification verification) {
        return new WrittenTests(set(), declared.database().dialect().id(), verification).tests();
    }

    Iterator<DynamicTest> forward() {
        Supplier<List<Sql>> newDdl = declared.recordDdl();
        return new ForwardTests(migrations(), cache, newDdl);
    }

    Iterator<DynamicTest> backAndForth(Verification verification, TestReporter reporter) {
        Migrations migrations = migrations();
        requireKnown(verification, migrations);
        for (String why : reasons(migrations)) {
            reporter.publishEntry("not undone by these tests", why);
        }
        return new UndoTests(migrations, verification);
    }

    private static List<String> reasons(Migrations migrations) {
        return migrations.steps().stream()
                .flatMap(s -> migrations.withoutUndo(s).stream())
                .distinct()
                .toList();
    }

    Iterator<DynamicTest> risks(Verification verification) {
        Migrations migrations = migrations();
        requireKnown(verification, migrations);
        Walk walk = cache.complete().map(Walk::of).orElseGet(() -> Walk.through(migrations));
        return new RiskTests(migrations, verification, walk).tests();
    }

    Iterator<DynamicTest> expectations(Verification verification) {
        Migrations migrations = migrations();
        return new ExpectationTests(
                        migrations, verification, s -> declared.another(s).whole(), cache)
                .tests();
    }

    /** Whatever schema they build in: there was nothing before them. */
    private Migrations migrations() {
        return Migrations.of(declared.database().whole(), set());
    }

    private MigrationSet set() {
        MigrationSet set = MigrationSet.of(declared.sources());
        if (!set.hasMigrations()) {
            throw new IllegalStateException(
                    "There is nothing to verify: @WithSchema names no migrations. Name them in its"
                            + " attribute flyway, liquibase or scripts, or a MigrationSource in value.");
        }
        return set;
    }

    private static void requireKnown(Verification verification, Migrations migrations) {
        List<String> known = migrations.steps().stream()
                .flatMap(s -> Stream.of(s.id(), s.name()))
                .toList();
        for (String name : verification.names()) {
            if (!known.contains(name)) {
                throw new IllegalArgumentException("verification() names the migration " + name + ", which there is not"
                        + Nearest.endOfSentence(name, known) + " The migrations are: "
                        + String.join(
                                ", ",
                                migrations.steps().stream()
                                        .map(MigrationStep::id)
                                        .toList())
                        + ".");
            }
        }
    }
}
