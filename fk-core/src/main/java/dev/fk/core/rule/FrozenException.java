package dev.fk.core.rule;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** A file of frozen violations is missing where none is written, or belongs to another kind of server; says what to do. */
@API(status = Status.EXPERIMENTAL)
public final class FrozenException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    FrozenException(String message) {
        super(message);
    }
}
