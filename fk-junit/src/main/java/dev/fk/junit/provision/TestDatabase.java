package dev.fk.junit.provision;

import javax.sql.DataSource;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** A database in the hands of one test or class. */
@API(status = Status.INTERNAL)
public final class TestDatabase {
    private final Workshop workshop;
    private final Copy copy;
    private final DataSource dataSource;

    TestDatabase(Workshop workshop, Copy copy) {
        this.workshop = workshop;
        this.copy = copy;
        this.dataSource = copy.connections().dataSource();
    }

    /** Connections to it; closed with it. */
    public DataSource dataSource() {
        return dataSource;
    }

    /** Has it outlive the tests, and says how to get to it. */
    public Access keep() {
        return workshop.server().keep(copy.name());
    }

    /** Closes all connections that were handed out and leaves the database where it is. */
    public void disconnect() {
        workshop.leave(copy);
    }

    /**
     * Closes all connections that were handed out. The database goes to somebody else if it was not changed; otherwise it
     * is dropped, soon if not at once.
     */
    public void giveBack() {
        workshop.takeBack(copy);
    }
}
