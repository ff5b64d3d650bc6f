package dev.fk.junit.provision;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.jspecify.annotations.Nullable;

/** A provisioner that should work here could not provide its server. */
@API(status = Status.EXPERIMENTAL)
public final class ServerStartException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    private final boolean unavailable;

    public ServerStartException(String message) {
        this(message, null, false);
    }

    public ServerStartException(String message, Throwable cause) {
        this(message, cause, false);
    }

    private ServerStartException(String message, @Nullable Throwable cause, boolean unavailable) {
        super(message, cause);
        this.unavailable = unavailable;
    }

    /** The server is not there now, or not from here. Nothing is wrong with what is configured, as far as can be told. */
    public static ServerStartException unavailable(String message, Throwable cause) {
        return new ServerStartException(message + "\n" + NoServerException.ABORT, cause, true);
    }

    /** Whether it may be there another time, or on another machine, so that {@code fk.when-unavailable} decides. */
    public boolean isUnavailable() {
        return unavailable;
    }
}
