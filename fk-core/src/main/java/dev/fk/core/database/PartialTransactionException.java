package dev.fk.core.database;

import java.util.List;
import java.util.stream.Collectors;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** A transaction failed on a server that commits DDL implicitly; the message lists what has run and stays. */
@API(status = Status.EXPERIMENTAL)
public final class PartialTransactionException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    PartialTransactionException(List<ExecutedStatement> executed, RuntimeException cause) {
        super(
                "The transaction failed and was rolled back, but this server commits DDL implicitly, so these statements"
                        + " have run and stay:\n"
                        + executed.stream().map(s -> "  ✔ " + s.sql()).collect(Collectors.joining("\n"))
                        + "\n" + cause.getMessage(),
                cause);
    }
}
