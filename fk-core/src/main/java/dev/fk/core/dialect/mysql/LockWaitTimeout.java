package dev.fk.core.dialect.mysql;

import dev.fk.core.dialect.LockLimit;
import dev.fk.core.dialect.Sql;
import java.time.Duration;

/**
 * {@code lock_wait_timeout}: how long DDL waits for whoever uses the table, in whole seconds; a year unless set (MySQL 9.7.4),
 * a day (MariaDB 11.8.9). Whoever has set less keeps it. Reading the catalog waits for nobody.
 */
final class LockWaitTimeout implements LockLimit {
    LockWaitTimeout() {}

    @Override
    public Sql begin(Duration patience) {
        long seconds = Math.max(1, patience.plusMillis(999).toSeconds());
        return new Sql("SET @fk_lock_wait_timeout = @@SESSION.lock_wait_timeout, SESSION lock_wait_timeout ="
                + " CAST(LEAST(@@SESSION.lock_wait_timeout, " + seconds + ") AS UNSIGNED)");
    }

    @Override
    public Sql end() {
        return new Sql("SET SESSION lock_wait_timeout = @fk_lock_wait_timeout");
    }
}
