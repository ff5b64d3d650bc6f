package dev.fk.core.probe;

import java.io.Serial;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** What a foreign key does could not be seen: there is no probe row, or it could not be taken back. Nothing was changed. */
@API(status = Status.EXPERIMENTAL)
public final class ProbeException extends IllegalStateException {
    @Serial
    private static final long serialVersionUID = 1L;

    ProbeException(String message) {
        super(message);
    }
}
