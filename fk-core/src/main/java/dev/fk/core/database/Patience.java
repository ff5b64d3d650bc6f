package dev.fk.core.database;

import dev.fk.core.dialect.LockLimit;
import dev.fk.core.dialect.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;

/**
 * How long the statements of one connection wait for others; the server is told before the first, and never if there is none
 * or it has no such limit.
 */
final class Patience {
    /** PostgreSQL's autovacuum gives way to others after a second ({@code deadlock_timeout}), and is nobody to complain of. */
    private static final Duration LEAST = Duration.ofSeconds(2);

    /** Long enough for a lock that nobody has, too short to wait a second time for one that somebody has. */
    private static final Duration NONE_LEFT = Duration.ofMillis(100);

    private final Optional<LockLimit> limit;
    private final Duration duration;
    private boolean begun;

    Patience(Optional<LockLimit> limit, Duration duration) {
        this.limit = limit;
        this.duration = duration.compareTo(LEAST) < 0 ? LEAST : duration;
    }

    /** A transaction that somebody else ends has its own. */
    void begin(Connection connection) throws SQLException {
        if (!begun && !(connection instanceof Transaction.Shared)) {
            tell(connection, limit.map(l -> l.begin(duration)));
            begun = true;
        }
    }

    /** In a transaction that is rolled back: what has waited once does not wait again. */
    void lose(Connection connection) throws SQLException {
        if (begun) {
            tell(connection, limit.map(l -> l.begin(NONE_LEFT)));
        }
    }

    void end(Connection connection) throws SQLException {
        if (begun) {
            tell(connection, limit.map(LockLimit::end));
        }
    }

    private static void tell(Connection connection, Optional<Sql> sql) throws SQLException {
        if (sql.isEmpty()) {
            return;
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql.get().text());
        }
    }
}
