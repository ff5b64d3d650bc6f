package dev.fk.core.database;

import dev.fk.core.dialect.AdvisoryLock;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Function;

/** A connection that has the lock, until this is closed. */
record Locked(AdvisoryLock lock, Patience patience, Connection connection) implements AutoCloseable {
    <T> T run(Database inside, Function<Database, T> body) {
        return body.apply(inside.with(patience));
    }

    @Override
    public void close() throws SQLException {
        patience.end(connection);
        lock.release(connection);
    }
}
