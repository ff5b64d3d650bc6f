package dev.fk.core.migration;

import dev.fk.core.database.Database;
import dev.fk.core.database.StatementFailedException;
import dev.fk.core.dialect.Sql;
import dev.fk.core.migration.JournalEntry.Phase;
import dev.fk.core.migration.JournalEntry.State;
import java.util.List;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** A migration failed; the message says of each of its statements whether it ran and stays, and how to go on. */
@API(status = Status.EXPERIMENTAL)
public final class MigrationFailedException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    private final String id;

    MigrationFailedException(Where where, List<JournalEntry> entries, List<String> notBegun, Throwable cause) {
        super(where.message(entries, notBegun) + "\nwhy : " + reason(cause), cause);
        this.id = where.id();
    }

    /** Which migration. */
    public String id() {
        return id;
    }

    /** What of a plan ran is told already. */
    private static String reason(Throwable failed) {
        if (failed instanceof StatementFailedException statement && statement.getCause() != null) {
            StringBuilder text =
                    new StringBuilder(String.valueOf(statement.getCause().getMessage()));
            statement.explanations().stream().map(String::valueOf).forEach(e -> text.append('\n')
                    .append(e.stripTrailing()));
            return text.toString();
        }
        return failed.getMessage() == null || failed instanceof Error ? failed.toString() : failed.getMessage();
    }

    /**
     * Which migration of which failed where.
     *
     * @param again whether it can run again as soon as the cause is mended
     * @param reversible whether a repair can take back what ran
     * @param committed the last call that stays where DDL is transactional, because SQL of its own has committed; 0 if none does
     */
    record Where(
            Database database,
            String id,
            Phase phase,
            List<String> done,
            List<String> later,
            boolean again,
            boolean reversible,
            int committed) {
        String message(List<JournalEntry> entries, List<String> notBegun) {
            boolean ran = entries.stream().anyMatch(e -> e.state() == State.DONE);
            StringBuilder text = new StringBuilder(
                    (phase == Phase.UP ? "Migration " : "Undoing ") + id + " failed on " + database + ".");
            text.append(stays(ran));
            for (JournalEntry entry : entries) {
                boolean back =
                        database.hasTransactionalDdl() && entry.state() == State.DONE && entry.call() > committed;
                text.append("\n  ").append(back ? "↩ " + new Sql(entry.statement()).outline() : entry.toString());
            }
            notBegun.forEach(call -> text.append("\n  · ").append(call));
            if (!done.isEmpty()) {
                text.append("\nbefore it, and staying: ").append(String.join(", ", done));
            }
            if (!later.isEmpty()) {
                text.append("\nnot begun: ").append(String.join(", ", later));
            }
            return text.append("\ndo  : ").append(remedy()).toString();
        }

        private String stays(boolean ran) {
            if (database.hasTransactionalDdl() && committed > 0) {
                return " SQL of its own has committed: what is marked ✔ stays.";
            }
            if (database.hasTransactionalDdl()) {
                return " Nothing of it stays: its transaction was rolled back.";
            }
            return ran
                    ? " This server commits each DDL statement by itself: what is marked ✔ stays."
                    : " Nothing of it has run.";
        }

        private String remedy() {
            if (!again && !reversible) {
                return "fk does not know the opposite of all that ran. "
                        + IrreversibleMigrationException.remedy(id, phase);
            }
            return again
                    ? "mend the cause, and run it again."
                    : "mend the cause; Migrator.repair(database), or db:migrate:repair on the command line, takes back what"
                            + " ran, and then it can run again.";
        }
    }
}
