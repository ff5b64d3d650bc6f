package dev.fk.junit.provision;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** A server is there, but a database for a test could not be made or removed. */
@API(status = Status.EXPERIMENTAL)
public final class ProvisioningException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    ProvisioningException(String message, Throwable cause) {
        super(message, cause);
    }
}
