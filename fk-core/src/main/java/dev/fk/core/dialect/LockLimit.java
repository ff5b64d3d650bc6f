package dev.fk.core.dialect;

import java.time.Duration;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** How the statements of a connection are kept from waiting without end for tables that others use or change. */
@API(status = Status.EXPERIMENTAL)
public interface LockLimit {
    /** From here on they wait that long at most, or as long as was set before, if that is less. */
    Sql begin(Duration patience);

    /** As before {@link #begin}. */
    Sql end();
}
