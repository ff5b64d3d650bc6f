package dev.fk.core.migration;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** A migration asks for something that is not there. */
@API(status = Status.EXPERIMENTAL)
public final class MigrationException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    MigrationException(String message) {
        super(message);
    }
}
