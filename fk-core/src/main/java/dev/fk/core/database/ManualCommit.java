package dev.fk.core.database;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * A transaction by hand: what has not been committed when it is closed is rolled back, and the connection commits as it
 * did before. A connection that is lost meanwhile does not hide why.
 */
final class ManualCommit implements AutoCloseable {
    private final Connection connection;
    private final boolean autoCommit;
    private boolean committed;

    private ManualCommit(Connection connection, boolean autoCommit) {
        this.connection = connection;
        this.autoCommit = autoCommit;
    }

    static ManualCommit on(Connection connection) throws SQLException {
        ManualCommit manual = new ManualCommit(connection, connection.getAutoCommit());
        connection.setAutoCommit(false);
        return manual;
    }

    void commit() throws SQLException {
        connection.commit();
        committed = true;
    }

    @Override
    public void close() throws SQLException {
        if (!committed) {
            connection.rollback();
        }
        connection.setAutoCommit(autoCommit);
    }
}
