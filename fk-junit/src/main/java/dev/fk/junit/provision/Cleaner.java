package dev.fk.junit.provision;

import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Makes changed copies of one template like it again, where that costs less than another copy. Thread-safe. */
@API(status = Status.EXPERIMENTAL)
@FunctionalInterface
public interface Cleaner {
    /**
     * Undoes what somebody did to the rows of a database and to its generated keys, if that is all they did.
     *
     * @param sessions connections to it, renewed when they are closed
     * @param before what it was like when it was handed out
     * @param now what {@link DatabaseFactory#state} says of it now, after somebody had it
     * @return what it is like now; empty if it is not, or may not be, like its template, and nobody else should have it
     * @throws SQLException likewise
     */
    Optional<Pristine> clean(String database, DataSource sessions, Pristine before, String now) throws SQLException;
}
