package dev.fk.junit.provision;

import javax.sql.DataSource;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** A database made for one test or class. */
@API(status = Status.INTERNAL)
public final class TestDatabase {
    private final Server server;
    private final Dropper dropper;
    private final String name;
    private final ConnectionPool pool;
    private final DataSource dataSource;

    TestDatabase(Server server, Dropper dropper, String name, ConnectionPool pool) {
        this.dropper = dropper;
        this.server = server;
        this.name = name;
        this.pool = pool;
        this.dataSource = pool.dataSource();
    }

    /** Connections to it; closed with it. */
    public DataSource dataSource() {
        return dataSource;
    }

    /** Has it outlive the tests, and says how to get to it. */
    public Access keep() {
        return server.keep(name);
    }

    /** Closes all connections that were handed out and leaves the database where it is. */
    public void disconnect() {
        pool.close();
    }

    /** Closes all connections and drops the database, soon if not at once. */
    public void drop() {
        pool.close();
        dropper.drop(name);
    }
}
