package dev.fk.core.sync;

import dev.fk.core.database.Database;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** A rehearsed plan did not end in what the models say; the database itself was not touched. */
@API(status = Status.EXPERIMENTAL)
public final class RehearsalException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    RehearsalException(Database database, IllegalStateException cause) {
        super(
                "Tried out on " + database.server() + " on a copy of the tables without their rows, and failed there; "
                        + database.location() + " was not touched.\n" + cause.getMessage(),
                cause);
    }
}
