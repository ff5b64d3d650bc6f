package dev.fk.core.database;

import dev.fk.core.dialect.AdvisoryLock;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;

/** A connection that has the lock, until this is closed. */
record Locked(AdvisoryLock lock, Connection connection) implements AutoCloseable {
    /** The same database through this connection only; within a transaction it leads there already. */
    Database inside(Database database) {
        return connection instanceof Transaction.Shared
                ? database
                : database.on(SharedConnection.without(Set.of("close"), connection));
    }

    @Override
    public void close() throws SQLException {
        lock.release(connection);
    }
}
