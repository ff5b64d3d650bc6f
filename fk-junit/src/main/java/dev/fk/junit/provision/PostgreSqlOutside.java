package dev.fk.junit.provision;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/**
 * What can be told of a PostgreSQL database without a session in it, and so by one that is kept and has the statement
 * prepared: planning it takes three times as long as the answer.
 *
 * @param rows that were written, those of the catalog included
 * @param settings what the database has beside objects and rows, and when it began to count
 * @param sessions how many there have been
 */
record PostgreSqlOutside(PostgreSqlCount rows, String settings, long sessions) {
    /** How often to look whether sessions that were closed are gone, a millisecond apart. */
    private static final int LOOKS = 100;

    private static final String QUESTION =
            """
            SELECT (SELECT count(*) FROM pg_stat_activity a WHERE a.datid = d.oid AND a.pid <> ALL (?)),
                   concat_ws(' ', tup_inserted, tup_updated, tup_deleted), concat_ws(' | ', stats_reset, %s), sessions
              FROM pg_database d JOIN pg_stat_database ON datid = d.oid
             WHERE d.datname = ?
            """
                    .formatted(PostgreSqlState.SETTINGS);

    private static final String BAR = " | ";

    /**
     * Empty if somebody else stays connected.
     *
     * @param ours the sessions that may be
     */
    static Optional<PostgreSqlOutside> of(Connection admin, String database, Set<Long> ours) throws SQLException {
        try (PreparedStatement statement = admin.prepareStatement(QUESTION)) {
            Array known = admin.createArrayOf("int4", ours.toArray());
            statement.setArray(1, known);
            statement.setString(2, database);
            for (int i = 0; i < LOOKS; i++) {
                try (ResultSet row = statement.executeQuery()) {
                    if (!row.next()) {
                        return Optional.empty();
                    }
                    if (row.getLong(1) == 0) {
                        return Optional.of(new PostgreSqlOutside(
                                PostgreSqlCount.of(row.getString(2)), row.getString(3), row.getLong(4)));
                    }
                }
                LockSupport.parkNanos(1_000_000);
            }
            return Optional.empty();
        }
    }

    /** As {@link Pristine#state} has it: not who has come and gone. */
    String state() {
        return rows + BAR + settings;
    }

    static PostgreSqlCount rows(String state) {
        return PostgreSqlCount.of(state.substring(0, state.indexOf(BAR)));
    }

    boolean hasSettingsOf(String state) {
        return settings.equals(state.substring(state.indexOf(BAR) + BAR.length()));
    }

    /** What is told after these rows were written. */
    PostgreSqlOutside after(PostgreSqlCount more) {
        return new PostgreSqlOutside(rows.plus(more), settings, sessions);
    }
}
