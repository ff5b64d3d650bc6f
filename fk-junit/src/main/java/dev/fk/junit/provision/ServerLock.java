package dev.fk.junit.provision;

import java.sql.SQLException;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** A lock on a server, until it is closed or the process that holds it ends. */
@API(status = Status.EXPERIMENTAL)
@FunctionalInterface
public interface ServerLock extends AutoCloseable {
    @Override
    void close() throws SQLException;
}
