package dev.fk.core.migration;

import java.util.List;
import java.util.stream.Collectors;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** The process of a migration ended with a statement under way that cannot be taken back by itself; nothing was executed. */
@API(status = Status.EXPERIMENTAL)
public final class UncertainMigrationException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    UncertainMigrationException(String id, List<JournalEntry> statements, JournalEntry underWay) {
        super("The process that ran " + id
                + " ended while a statement was under way, marked ?, and the catalog is not as"
                + " it was before that statement; its opposite was not written down any more.\n"
                + statements.stream()
                        .map(e -> e.equals(underWay) ? "  ? " + e.statement() : "  " + e)
                        .collect(Collectors.joining("\n"))
                + "\nNothing was executed. Take that one statement back by hand, then repair again; or take back all that"
                + " is marked ✔ as well, and then Migrator.forget(database, \"" + id + "\").");
    }
}
