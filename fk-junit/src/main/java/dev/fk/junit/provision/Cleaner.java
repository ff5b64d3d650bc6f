package dev.fk.junit.provision;

import java.sql.SQLException;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Makes changed copies of one template like it again, where that costs less than another copy. What was changed it sees by
 * looking at the database. Thread-safe.
 */
@API(status = Status.EXPERIMENTAL)
public interface Cleaner {
    /** How a copy is recognised that nobody had. */
    Pristine untouched();

    /**
     * Undoes what somebody did to the rows of a database and to its generated keys, if that is all they did.
     *
     * @param connections to it; nobody but them may be connected
     * @param before what it was like when it was handed out
     * @return empty if it is not, or may not be, like its template, and nobody else should have it
     * @throws SQLException likewise
     */
    Optional<Cleaned> clean(String database, ConnectionPool connections, Pristine before) throws SQLException;
}
