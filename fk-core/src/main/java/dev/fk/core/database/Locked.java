package dev.fk.core.database;

import dev.fk.core.dialect.AdvisoryLock;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Function;

/** A connection that has the lock, until this is closed. */
record Locked(AdvisoryLock lock, Connection connection) implements AutoCloseable {
    <T> T run(Database inside, Function<Database, T> body) {
        return body.apply(inside);
    }

    @Override
    public void close() throws SQLException {
        lock.release(connection);
    }
}
