package dev.fk.core.script;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** A script contains what its client program understands, but no server. */
@API(status = Status.EXPERIMENTAL)
public final class ClientCommandException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final int line;

    ClientCommandException(int line, String message) {
        super(message);
        this.line = line;
    }

    /** Where in the script, counted from 1. */
    public int line() {
        return line;
    }
}
