package dev.fk.junit.provision;

import java.sql.SQLException;
import java.util.List;
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

    /** How many are connected to a database, as far as this user may know. */
    default long sessions(String database) throws SQLException {
        return 0;
    }

    /** Those of them that do nothing now, described for people, as far as this user may know. */
    default List<String> idleSessions(String database) throws SQLException {
        return List.of();
    }

    /** Whether a database is there and was declared complete, by whomever; it can be copied then. */
    boolean isFrozen(String template) throws SQLException;

    /** The databases of this server whose names begin with {@code fk_}, without those that are to be kept. */
    List<String> list() throws SQLException;

    /** Has nobody remove a database as left over. */
    void keep(String database) throws SQLException;

    /** Waits until nobody else on this server has the lock of this name. */
    ServerLock lock(String name) throws SQLException;

    /** Whether somebody has it, this factory included. */
    boolean isLocked(String name) throws SQLException;

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

    /**
     * The same as far as it outlives a transaction that is rolled back, which generated keys do, but are left out.
     */
    Optional<String> committed(String database, DataSource sessions) throws SQLException;

    /** Whether {@link #committed} also tells of rows that were committed on connections of fk's. */
    default boolean tellsOwnRows() {
        return false;
    }

    /**
     * What can make copies of a template like it again, whoever has changed them.
     *
     * @param untouched a copy that nobody has changed
     * @param connections to it
     * @return empty if this server or its user cannot do that: whoever needs a database needs another copy
     */
    Optional<Cleaner> cleaner(String template, String untouched, ConnectionPool connections) throws SQLException;

    /** Has nobody write to a database, and makes sessions, new or used, ones in which nobody can. */
    Renewal protect(String database) throws SQLException;

    /** Makes used sessions of this database as good as new. */
    Renewal renewal(String database);

    /** Gives back the connections this factory holds. */
    @Override
    void close();
}
