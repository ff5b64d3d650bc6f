package dev.fk.junit.verify;

import dev.fk.core.database.Database;
import dev.fk.core.source.Migrations;
import dev.fk.core.source.SchemaHistory;
import dev.fk.core.source.SchemaSource;
import dev.fk.core.source.SteppedSource;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.DynamicTest;

/** What all migrations build, compared with what is expected. */
record ExpectationTests(
        Migrations migrations, Verification verification, Function<SchemaSource, Database> another, WalkCache cache) {
    Iterator<DynamicTest> tests() {
        List<DynamicTest> tests = new ArrayList<>();
        for (Verification.Expectation expectation : verification.expectations()) {
            String name = (expectation.complete() ? "build " : "build at least ") + expectation.name();
            tests.add(DynamicTest.dynamicTest(
                    name, () -> new Comparison(migrations, head(), expectation, another).refuseDifferences()));
        }
        for (SteppedSource source : migrations.set().sources()) {
            source.shortcut(migrations.database())
                    .ifPresent(shortcut -> tests.add(DynamicTest.dynamicTest("build what " + shortcut + " does", () -> {
                        head();
                        new FreshInstall(shortcut, migrations.set()).refuseDifferences(migrations.read(), another);
                    })));
        }
        for (SchemaSource release : verification.releases()) {
            Upgrade upgrade = new Upgrade(release, migrations.set());
            tests.add(DynamicTest.dynamicTest("upgrade " + release, () -> {
                head();
                upgrade.refuseDifferences(migrations.read(), another);
            }));
        }
        verification
                .golden()
                .ifPresent(file -> tests.add(DynamicTest.dynamicTest("build " + file, () -> {
                    head();
                    new GoldenSchema(file, migrations.database()).compare(migrations.read());
                })));
        return tests.iterator();
    }

    /** Has all migrations run. */
    private SchemaHistory head() {
        if (migrations.pending().isEmpty() || cache.complete().isPresent()) {
            migrations.toHead();
        } else {
            cache.keep(migrations.record());
        }
        return cache.complete().orElseThrow();
    }
}
