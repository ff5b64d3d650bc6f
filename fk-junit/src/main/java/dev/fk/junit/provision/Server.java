package dev.fk.junit.provision;

import javax.sql.DataSource;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** A running server on which databases can be created. Thread-safe. */
@API(status = Status.EXPERIMENTAL)
public interface Server extends AutoCloseable {
    /** Creates, copies and drops databases. */
    DatabaseFactory databases();

    /** New connections to a database of this server, one at each call. */
    DataSource connectTo(String database);

    /** Makes sure that the database outlives the tests, and says how a person gets to it. */
    Access keep(String database);

    /** Whether others may use it at the same time: other processes, or those who run it. */
    default boolean isShared() {
        return false;
    }

    /** Ends a server that was started for the tests; leaves any other running. */
    @Override
    void close();
}
