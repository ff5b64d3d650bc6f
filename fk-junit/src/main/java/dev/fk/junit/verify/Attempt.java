package dev.fk.junit.verify;

import dev.fk.core.database.Database;
import dev.fk.core.database.DatabaseException;
import dev.fk.core.diff.ChangeSet;
import dev.fk.core.diff.Differ;
import dev.fk.core.schema.CanonicalSchema;
import dev.fk.core.source.MigrationStep;
import dev.fk.core.source.Migrations;
import java.util.List;
import java.util.stream.Collectors;
import org.opentest4j.AssertionFailedError;

/**
 * Runs the next migration, or says what became of it.
 *
 * @param before what the catalog says before
 */
record Attempt(Migrations migrations, CanonicalSchema before) {
    /** @throws AssertionFailedError if it fails; says what of it stays, what ran before and what did not run */
    void run(MigrationStep step) {
        try {
            migrations.next();
        } catch (RuntimeException failed) {
            throw new AssertionFailedError(text(step, failed), failed);
        }
    }

    private String text(MigrationStep step, RuntimeException failed) {
        List<MigrationStep> later =
                migrations.pending().subList(1, migrations.pending().size());
        return step + " fails on " + migrations.database() + ".\n"
                + String.valueOf(failed.getMessage()).strip()
                + "\n  file: " + step.place()
                + "\n  ran : " + names(migrations.done())
                + "\n  left: " + left()
                + "\n  not begun: " + names(later);
    }

    /** What a failure left behind, where a statement that ran is not taken back. */
    private String left() {
        try {
            ChangeSet half = Differ.diff(before, migrations.read());
            return half.isEmpty()
                    ? "nothing of it in the catalog"
                    : half.changes().stream().map(c -> c.describe()).collect(Collectors.joining("\n        "))
                            + "\n        Half of it is applied: " + whyHalf();
        } catch (DatabaseException gone) {
            return "unknown, because the database cannot be asked any longer: " + gone.getMessage();
        }
    }

    private String whyHalf() {
        Database database = migrations.database();
        return database.hasTransactionalDdl()
                ? "it was committed before what fails."
                : "this server commits each DDL statement by itself.";
    }

    static String names(List<MigrationStep> steps) {
        return steps.isEmpty()
                ? "none"
                : steps.stream().map(MigrationStep::name).collect(Collectors.joining(", "));
    }
}
