package dev.fk.core.dialect.postgresql;

import dev.fk.core.dialect.AdvisoryLock;
import dev.fk.core.dialect.LockHolder;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/**
 * {@code pg_advisory_lock} with a key of two numbers; its keys are per database. Inside somebody's transaction the lock is
 * the transaction's, because a failed transaction would not let it be given back.
 *
 * <p>Asks again and again rather than let the server wait: a waiting SELECT holds a snapshot, and the CREATE INDEX
 * CONCURRENTLY of whoever has the lock would wait for its end in turn (deadlock detected, PostgreSQL 15 and 18).
 */
final class PostgreSqlLock implements AdvisoryLock {
    /** "fk" in ASCII, and the first of its locks. */
    private static final String KEY = "26219, 1";

    private static final Duration PAUSE = Duration.ofMillis(20);
    private static final String HOLDER = Resource.text("lock-holder.sql");

    @Override
    public Optional<LockHolder> acquire(Connection connection, Duration patience) throws SQLException {
        String scope = connection.getAutoCommit() ? "" : "xact_";
        long end = System.nanoTime() + patience.toNanos();
        try (Statement statement = connection.createStatement()) {
            while (!obtained(statement, scope)) {
                if (System.nanoTime() >= end || Thread.currentThread().isInterrupted()) {
                    return Optional.of(holder(statement));
                }
                LockSupport.parkNanos(PAUSE.toNanos());
            }
            return Optional.empty();
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

    private static boolean obtained(Statement statement, String scope) throws SQLException {
        try (ResultSet row = statement.executeQuery("SELECT pg_try_advisory_" + scope + "lock(" + KEY + ")")) {
            return row.next() && row.getBoolean(1);
        }
    }

    private static LockHolder holder(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery(HOLDER)) {
            return row.next()
                    ? new LockHolder(row.getString("description"), row.getString("ending"))
                    : new LockHolder("a connection that has ended in the meantime", "nothing");
        }
    }
}
