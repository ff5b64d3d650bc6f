package dev.fk.junit.provision;

import java.sql.SQLException;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Creates, copies and drops the databases of one server; the names are fk's own and need no quoting. */
@API(status = Status.EXPERIMENTAL)
public interface DatabaseFactory extends AutoCloseable {
    /** An empty database. */
    void create(String database) throws SQLException;

    /** Declares a database complete: from now on it is only copied. Nobody may be connected to it. */
    void freeze(String template) throws SQLException;

    /** A new database with the content of a frozen one. */
    void copy(String template, String database) throws SQLException;

    /** Drops a database, frozen or not, whoever is still connected to it. */
    void drop(String database) throws SQLException;

    /** Makes used sessions of this database as good as new. */
    Renewal renewal(String database);

    /** Gives back the connections this factory holds. */
    @Override
    void close();
}
