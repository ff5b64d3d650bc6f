package dev.fk.junit.provision;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** No provisioner can provide the requested server; the message has the reason and the remedy of each. */
@API(status = Status.EXPERIMENTAL)
public final class NoServerException extends IllegalStateException {
    static final String ABORT = "Or let the tests be aborted instead: fk.when-unavailable=abort.";

    private static final long serialVersionUID = 1L;

    NoServerException(String message) {
        super(message);
    }
}
