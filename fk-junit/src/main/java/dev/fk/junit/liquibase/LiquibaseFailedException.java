package dev.fk.junit.liquibase;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Liquibase could not read or run a changelog. The message is Liquibase's own, with the reason and a fix where tables and
 * rows show why the server refused a statement; the cause is its exception.
 */
@API(status = Status.EXPERIMENTAL)
public final class LiquibaseFailedException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    LiquibaseFailedException(String what, Exception cause, String reason) {
        super(what + ": " + cause.getMessage() + reason, cause);
    }
}
