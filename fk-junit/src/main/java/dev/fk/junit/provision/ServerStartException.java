package dev.fk.junit.provision;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** A provisioner that should work here could not provide its server. */
@API(status = Status.EXPERIMENTAL)
public final class ServerStartException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    public ServerStartException(String message) {
        super(message);
    }

    public ServerStartException(String message, Throwable cause) {
        super(message, cause);
    }
}
