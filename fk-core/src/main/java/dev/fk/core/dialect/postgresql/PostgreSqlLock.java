package dev.fk.core.dialect.postgresql;

import dev.fk.core.dialect.AdvisoryLock;
import dev.fk.core.dialect.LockHolder;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;

/**
 * {@code pg_advisory_lock} with a key of two numbers; its keys are per database. Inside somebody's transaction the lock is
 * the transaction's, because a failed transaction would not let it be given back.
 */
final class PostgreSqlLock implements AdvisoryLock {
    /** "fk" in ASCII, and the first of its locks. */
    private static final String KEY = "26219, 1";

    private static final String LOCK_NOT_AVAILABLE = "55P03";
    private static final String HOLDER = Resource.text("lock-holder.sql");

    @Override
    public Optional<LockHolder> acquire(Connection connection, Duration patience) throws SQLException {
        String scope = connection.getAutoCommit() ? "" : "xact_";
        if (obtained(connection, "SELECT pg_try_advisory_" + scope + "lock(" + KEY + ")")) {
            return Optional.empty();
        }
        boolean autoCommit = connection.getAutoCommit();
        connection.setAutoCommit(false);
        Savepoint before = connection.setSavepoint();
        try {
            wait(connection, "SELECT pg_advisory_" + scope + "lock(" + KEY + ")", patience);
            return Optional.empty();
        } catch (SQLException e) {
            connection.rollback(before);
            if (LOCK_NOT_AVAILABLE.equals(e.getSQLState())) {
                return Optional.of(holder(connection));
            }
            throw e;
        } finally {
            if (autoCommit) {
                connection.commit();
                connection.setAutoCommit(true);
            }
        }
    }

    @Override
    public void release(Connection connection) throws SQLException {
        if (connection.getAutoCommit()) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("SELECT pg_advisory_unlock(" + KEY + ")");
            }
        }
    }

    private static boolean obtained(Connection connection, String tryLock) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(tryLock)) {
            return row.next() && row.getBoolean(1);
        }
    }

    /** A lock_timeout of 0 would be no timeout at all. */
    private static void wait(Connection connection, String lock, Duration patience) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET LOCAL lock_timeout = " + Math.max(1, patience.toMillis()));
            statement.execute(lock);
            statement.execute("SET LOCAL lock_timeout = DEFAULT");
        }
    }

    private static LockHolder holder(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(HOLDER)) {
            return row.next()
                    ? new LockHolder(row.getString("description"), row.getString("ending"))
                    : new LockHolder("a connection that has ended in the meantime", "nothing");
        }
    }
}
