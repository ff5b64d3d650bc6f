package dev.fk.core.parity;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** The other side of a parity cannot be read; says what to do. */
@API(status = Status.EXPERIMENTAL)
public final class ParityException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    ParityException(String message) {
        super(message);
    }
}
