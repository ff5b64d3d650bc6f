package dev.fk.core.migration;

import java.util.List;
import java.util.stream.Collectors;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** The process of a migration ended with a statement under way that cannot be taken back by itself; nothing was executed. */
@API(status = Status.EXPERIMENTAL)
public final class UncertainMigrationException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    /**
     * @param told whether the catalog tells that it ran; it does not of SQL, and of what is done to rows
     */
    UncertainMigrationException(String id, List<JournalEntry> statements, JournalEntry underWay, boolean told) {
        super("The process that ran " + id + " ended while a statement was under way, marked ?, and "
                + (told
                        ? "the catalog is not as it was before that statement; its opposite was not written down any more.\n"
                        : "whether it ran, and how much of it, the catalog does not tell.\n")
                + statements.stream()
                        .map(e -> e.equals(underWay) ? "  ? " + e.statement() : "  " + e)
                        .collect(Collectors.joining("\n"))
                + "\nNothing was executed. " + remedy(told) + "Migrator.forget(database, \"" + id + "\").");
    }

    private static String remedy(boolean told) {
        return told
                ? "Take that one statement back by hand, then repair again; or take back all that is marked ✔ as well, and then "
                : "Take back by hand what is marked ✔, and of what is marked ? as much as ran, and then ";
    }
}
