package dev.fk.junit.liquibase;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Liquibase could not read or run a changelog; the message is Liquibase's own, the cause its exception. */
@API(status = Status.EXPERIMENTAL)
public final class LiquibaseFailedException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    LiquibaseFailedException(String what, Exception cause) {
        super(what + ": " + cause.getMessage(), cause);
    }
}
