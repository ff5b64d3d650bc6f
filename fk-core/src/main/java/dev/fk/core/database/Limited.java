package dev.fk.core.database;

import dev.fk.core.dialect.LockLimit;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;

/** A connection whose statements wait no longer for others than they should, until this is closed. */
record Limited(Patience patience, Connection connection, boolean ended) implements AutoCloseable {
    private static final Duration USUAL = Duration.ofSeconds(30);

    /** As those around it have it, and as usual if there are none. */
    static Limited on(Connection connection, Optional<Patience> around, Optional<LockLimit> limit) {
        return new Limited(around.orElseGet(() -> new Patience(limit, USUAL)), connection, around.isEmpty());
    }

    @Override
    public void close() throws SQLException {
        if (ended) {
            patience.end(connection);
        }
    }
}
