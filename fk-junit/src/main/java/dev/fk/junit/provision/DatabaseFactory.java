package dev.fk.junit.provision;

import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
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

    /**
     * What changes when anybody changes the database in any way that the next test could see, through whichever
     * connection: equal for two copies of one template only if nobody has changed either. Empty if the server cannot say
     * that, or somebody is connected other than renewed sessions.
     *
     * @param sessions connections to it, renewed when they are closed
     */
    Optional<String> state(String database, DataSource sessions) throws SQLException;

    /** Makes used sessions of this database as good as new. */
    Renewal renewal(String database);

    /** Gives back the connections this factory holds. */
    @Override
    void close();
}
