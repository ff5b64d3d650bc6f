package dev.fk.core.database;

import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;

/** Until when queries may take; absent if they may take as long as they take. */
record Deadline(Optional<Long> nanos) {
    static Deadline none() {
        return new Deadline(Optional.empty());
    }

    static Deadline in(Duration time) {
        return new Deadline(Optional.of(System.nanoTime() + time.toNanos()));
    }

    boolean isOver() {
        return nanos.filter(n -> n - System.nanoTime() <= 0).isPresent();
    }

    /** JDBC counts in seconds, and 0 is no limit. */
    void limit(Statement statement) throws SQLException {
        if (nanos.isPresent()) {
            long left = Duration.ofNanos(nanos.get() - System.nanoTime()).toSeconds();
            statement.setQueryTimeout(Math.toIntExact(Math.max(1, left + 1)));
        }
    }
}
