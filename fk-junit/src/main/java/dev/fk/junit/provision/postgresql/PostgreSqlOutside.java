package dev.fk.junit.provision.postgresql;

import dev.fk.junit.provision.Departure;
import dev.fk.junit.provision.Pristine;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;

/**
 * What can be told of a PostgreSQL database without a session in it, and so by one that is kept and has the statement
 * prepared: planning it takes three times as long as the answer.
 *
 * @param rows that were written, those of the catalog included
 * @param settings what the database has beside objects and rows, and when it began to count
 * @param sessions how many there have been
 */
record PostgreSqlOutside(PostgreSqlCount rows, String settings, long sessions) {
    private static final String QUESTION =
            """
            SELECT (SELECT count(*) FROM pg_stat_activity a WHERE a.datid = d.oid AND a.pid <> ALL (?::integer[])),
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
            return Departure.await(() -> seen(statement), s -> s.others() == 0).outside();
        }
    }

    /** @param outside empty as long as others are connected, and if there is no such database */
    private record Seen(long others, Optional<PostgreSqlOutside> outside) {}

    private static Seen seen(PreparedStatement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery()) {
            if (!row.next()) {
                return new Seen(0, Optional.empty());
            }
            long others = row.getLong(1);
            return new Seen(
                    others,
                    others == 0
                            ? Optional.of(new PostgreSqlOutside(
                                    PostgreSqlCount.of(row.getString(2)), row.getString(3), row.getLong(4)))
                            : Optional.empty());
        }
    }

    /** As {@link Pristine#state} has it: not who has come and gone. */
    String state() {
        return rows + BAR + settings;
    }

    static PostgreSqlCount rows(String state) {
        return PostgreSqlCount.of(state.substring(0, state.indexOf(BAR)));
    }

    static String settings(String state) {
        return state.substring(state.indexOf(BAR) + BAR.length());
    }

    /** What is told after these rows were written. */
    PostgreSqlOutside after(PostgreSqlCount more) {
        return new PostgreSqlOutside(rows.plus(more), settings, sessions);
    }
}
