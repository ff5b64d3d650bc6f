package dev.fk.core.database;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * A connection that commits each statement until this is closed, though a pool lent one that does not ({@code
 * auto-commit: false} of HikariCP): it would lose what ran last, and a lock with the first commit. A transaction that
 * somebody else ends stays as it is.
 */
record AutoCommit(Connection connection, boolean before) implements AutoCloseable {
    static AutoCommit on(Connection connection) throws SQLException {
        AutoCommit each = new AutoCommit(connection, connection.getAutoCommit());
        each.set(true);
        return each;
    }

    private void set(boolean wanted) throws SQLException {
        if (connection.getAutoCommit() != wanted) {
            connection.setAutoCommit(wanted);
        }
    }

    @Override
    public void close() throws SQLException {
        set(before);
    }
}
