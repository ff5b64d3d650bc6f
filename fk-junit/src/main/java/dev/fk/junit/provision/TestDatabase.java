package dev.fk.junit.provision;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** A database made for one test or class. */
@API(status = Status.INTERNAL)
public final class TestDatabase {
    private final Server server;
    private final String name;
    private final ConnectionPool pool;
    private final DataSource dataSource;

    TestDatabase(Server server, String name, ConnectionPool pool) {
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

    /** Closes all connections and drops the database. */
    public void drop() {
        pool.close();
        try {
            server.databases().drop(name);
        } catch (SQLException e) {
            throw new ProvisioningException(
                    "Cannot drop the test's database " + name + ": " + e.getMessage()
                            + "\nSomething still uses it that the server cannot end, such as a prepared transaction."
                            + " End it in the test, or leave such databases where they are: fk.keep=always.",
                    e);
        }
    }
}
