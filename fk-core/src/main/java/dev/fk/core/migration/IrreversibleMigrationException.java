package dev.fk.core.migration;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** A migration cannot be undone by itself; nothing was executed. */
@API(status = Status.EXPERIMENTAL)
public final class IrreversibleMigrationException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    IrreversibleMigrationException(String id, String sql) {
        super(id + " cannot be taken back by itself, because fk does not know the opposite of\n  " + sql
                + "\nNothing was executed. Write down(QueryInterface) in it.");
    }

    /** Of a run, or an undo, that did not come to its end. */
    IrreversibleMigrationException(
            String id, JournalEntry.Phase phase, List<JournalEntry> statements, List<JournalEntry> unknown) {
        super(id + " is half " + (phase == JournalEntry.Phase.UP ? "done" : "undone") + ":\n"
                + lines(statements, e -> "  " + e)
                + "\nIt cannot be taken back by itself, because fk does not know the opposite of\n"
                + lines(unknown, e -> "  " + e.statement())
                + "\nNothing was executed. " + remedy(id, phase));
    }

    /** What to do by hand. */
    static String remedy(String id, JournalEntry.Phase phase) {
        return phase == JournalEntry.Phase.UP
                ? remedy(id, "Migrator.forget", "db:migrate:forget", "Migrator.markApplied", "db:migrate:mark")
                : remedy(id, "Migrator.markApplied", "db:migrate:mark", "Migrator.forget", "db:migrate:forget");
    }

    private static String lines(List<JournalEntry> entries, Function<JournalEntry, String> line) {
        return entries.stream().map(line).collect(Collectors.joining("\n"));
    }

    private static String remedy(String id, String back, String backCommand, String rest, String restCommand) {
        return "Take back by hand what is marked ✔, and then " + back + "(database, \"" + id + "\") (" + backCommand
                + "); or do the rest by hand, and then " + rest + " (" + restCommand + ").";
    }
}
