package dev.fk.junit.verify;

import dev.fk.core.diff.ChangeSet;
import dev.fk.core.diff.Differ;
import dev.fk.core.diff.SchemaText;
import dev.fk.core.schema.CanonicalSchema;
import dev.fk.core.source.IrreversibleStepException;
import dev.fk.core.source.MigrationStep;
import dev.fk.core.source.Migrations;
import java.util.List;
import java.util.stream.Collectors;
import org.opentest4j.AssertionFailedError;

/** Up, down and up again, each migration by itself. */
final class UndoTests extends Chain {
    UndoTests(Migrations migrations, Verification verification) {
        super(migrations, undoable(migrations, verification));
    }

    private static List<MigrationStep> undoable(Migrations migrations, Verification verification) {
        return Judged.of(migrations.steps(), verification).stream()
                .filter(s -> migrations.withoutUndo(s).isEmpty() && !verification.needsNoUndo(s))
                .toList();
    }

    @Override
    void test(MigrationStep step) {
        CanonicalSchema before = seen();
        ending(() -> attempt(step));
        CanonicalSchema after = look();
        undo(step);
        CanonicalSchema back = look();
        ChangeSet trace = Differ.diff(before, back);
        upAgain(step, trace);
        ChangeSet other = Differ.diff(after, look());
        if (!trace.isEmpty()) {
            throw new AssertionFailedError(
                    step + " leaves a trace when it is undone: the schema is not what it was before.\n" + lines(trace)
                            + where(step) + "\n  do  : Let its down take back all that its up does.",
                    SchemaText.of(before),
                    SchemaText.of(back));
        }
        if (!other.isEmpty()) {
            throw new AssertionFailedError(
                    step + " builds something else when it runs again after its undo:\n" + lines(other) + where(step),
                    SchemaText.of(after),
                    SchemaText.of(seen()));
        }
    }

    private void undo(MigrationStep step) {
        try {
            migrations().undo();
        } catch (IrreversibleStepException irreversible) {
            throw new AssertionFailedError(
                    step + " cannot be undone. " + irreversible.getMessage() + where(step)
                            + "\n  do  : Write its way back or, if there is none, say so: verification().withoutUndo(\""
                            + step.id() + "\").",
                    irreversible);
        } catch (RuntimeException failed) {
            end();
            throw new AssertionFailedError(
                    "The undo of " + step + " fails on " + migrations().database() + ".\n" + failed.getMessage()
                            + where(step) + "\n  not begun: "
                            + Attempt.names(migrations().pending()),
                    failed);
        }
    }

    /** What was left behind is why it cannot run again, as a rule. */
    private void upAgain(MigrationStep step, ChangeSet trace) {
        try {
            ending(() -> attempt(step));
        } catch (AssertionFailedError failed) {
            String left = trace.isEmpty() ? "" : " Its undo left this behind:\n" + lines(trace);
            throw new AssertionFailedError(
                    step + " does not run again after its undo." + left + "\n" + failed.getMessage(),
                    failed.getCause());
        }
    }

    private void ending(Runnable body) {
        try {
            body.run();
        } catch (AssertionFailedError failed) {
            end();
            throw failed;
        }
    }

    private static String lines(ChangeSet changes) {
        return changes.changes().stream().map(c -> "  " + c.describe()).collect(Collectors.joining("\n"));
    }

    private static String where(MigrationStep step) {
        return "\n  file: " + step.place();
    }
}
