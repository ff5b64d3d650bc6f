package dev.fk.core.dialect.postgresql;

import dev.fk.core.dialect.LockLimit;
import dev.fk.core.dialect.Sql;
import java.time.Duration;

/**
 * {@code lock_timeout}. Whoever has set a shorter one keeps it; what was set before is kept in a setting of its own.
 *
 * <p>Reading the catalog waits as well: the definitions of checks, computed columns and indexes on expressions are written
 * out from the table itself (pg_get_expr, measured on PostgreSQL 15 and 18), as long as somebody has it in ACCESS EXCLUSIVE.
 */
final class LockTimeout implements LockLimit {
    private static final Duration FOR_READING = Duration.ofSeconds(10);
    private static final String BEGIN =
            """
            SELECT set_config('fk.lock_timeout', current_setting('lock_timeout'), ${local}),
                set_config('lock_timeout', CASE
                    WHEN current_setting('lock_timeout')::interval BETWEEN '1 ms' AND '${patience}'
                    THEN current_setting('lock_timeout') ELSE '${patience}' END, ${local})""";

    /** What a savepoint has taken back is empty, and the timeout is what it was as well. */
    private static final String END =
            """
            SELECT set_config('lock_timeout',
                coalesce(nullif(current_setting('fk.lock_timeout', true), ''), current_setting('lock_timeout')), ${local})""";

    LockTimeout() {}

    @Override
    public Sql begin(Duration patience) {
        return new Sql(begin(patience, false));
    }

    @Override
    public Sql end() {
        return new Sql(end(false));
    }

    /** The queries that read, and one more before and after them. */
    static String around(String queries) {
        return begin(FOR_READING, true) + ";\n" + queries.strip().replaceFirst(";$", "") + ";\n" + end(true);
    }

    private static String begin(Duration patience, boolean local) {
        return BEGIN.replace("${patience}", Math.max(1, patience.toMillis()) + " ms")
                .replace("${local}", "" + local);
    }

    private static String end(boolean local) {
        return END.replace("${local}", "" + local);
    }
}
