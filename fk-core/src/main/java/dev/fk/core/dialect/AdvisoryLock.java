package dev.fk.core.dialect;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * A lock on a whole database that the server keeps for a connection and nothing but those who ask for it respects. The
 * server gives it back when the connection ends, however it ends.
 */
@API(status = Status.EXPERIMENTAL)
public interface AdvisoryLock {
    /**
     * Waits for the lock, at most that long; the waiting is the server's.
     *
     * @return empty if this connection has it now, otherwise who has it instead
     */
    Optional<LockHolder> acquire(Connection connection, Duration patience) throws SQLException;

    /** Gives it back; nothing happens if the connection does not have it. */
    void release(Connection connection) throws SQLException;
}
