package dev.fk.junit.verify;

import dev.fk.core.database.Database;
import dev.fk.core.plan.Assessment;
import dev.fk.core.plan.Planner;
import dev.fk.core.plan.Risk;
import dev.fk.core.plan.Step;
import dev.fk.core.source.MigrationStep;
import dev.fk.core.source.Migrations;
import dev.fk.core.source.SchemaHistory;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DynamicTest;
import org.opentest4j.AssertionFailedError;

/** What each migration risks for rows, by the difference that it made in the catalog. */
record RiskTests(Migrations migrations, Verification verification, Walk walk) {
    Iterator<DynamicTest> tests() {
        Set<MigrationStep> judged = Set.copyOf(Judged.of(migrations.steps(), verification));
        List<DynamicTest> tests = new ArrayList<>();
        SchemaHistory history = walk.history();
        for (int i = 0; i < history.versions().size(); i++) {
            MigrationStep step = history.versions().get(i).step();
            if (judged.contains(step)) {
                tests.add(test(step, risks(i)));
            }
        }
        return tests.iterator();
    }

    /** Without asking the database: it is where the last step ended, not where this one began. */
    private List<Assessment> risks(int index) {
        SchemaHistory history = walk.history();
        Database database = migrations.database();
        return new Planner(database.dialect(), database.server())
                .plan(history.changes(index), history.before(index)).steps().stream()
                        .map(Step::assessment)
                        .filter(a -> a.risk() != Risk.SAFE)
                        .distinct()
                        .toList();
    }

    private DynamicTest test(MigrationStep step, List<Assessment> risks) {
        String flags =
                risks.stream().map(a -> a.risk().toString()).distinct().sorted().collect(Collectors.joining(", "));
        return DynamicTest.dynamicTest(step.name() + (flags.isEmpty() ? "" : " · " + flags), () -> {
            List<Assessment> refused = risks.stream()
                    .filter(a -> !verification.allows(a.risk(), step))
                    .toList();
            if (!refused.isEmpty()) {
                throw new AssertionFailedError(text(step, risks, refused));
            }
        });
    }

    private static String text(MigrationStep step, List<Assessment> risks, List<Assessment> refused) {
        boolean loses = refused.stream().anyMatch(a -> a.risk() == Risk.DESTRUCTIVE);
        StringBuilder text = new StringBuilder(
                step + (loses ? " loses data that may be there." : " fails if there are rows that do not fit."));
        risks.forEach(a -> text.append(String.format("%n  %-14s  %s", a.risk(), a.reason())));
        text.append("\n  file: ").append(step.place());
        text.append("\n  do  : ")
                .append(
                        loses
                                ? "If it is meant to, or is a rename, which a catalog does not tell from a loss, say so:"
                                : "Mend the rows in a migration before it, and say so:");
        refused.stream()
                .map(Assessment::risk)
                .distinct()
                .forEach(r -> text.append(" verification().allowing(Risk." + r + ", \"" + step.id() + "\")"));
        return text.append('.').toString();
    }
}
