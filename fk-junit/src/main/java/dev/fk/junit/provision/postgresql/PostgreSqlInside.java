package dev.fk.junit.provision.postgresql;

import dev.fk.junit.provision.Departure;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a session in a PostgreSQL database sees in one round trip: that nobody else is connected, and then what those who were
 * have left. The columns are answered in their order.
 *
 * @param rows that were written, those of the catalog included
 * @param sessions how many there have been
 */
record PostgreSqlInside(PostgreSqlCount rows, long sessions, PostgreSqlTraces traces) {
    /**
     * Who is connected, from what is under {@code pg_stat_activity}, which takes five times as long to plan. Transactions that
     * were prepared hold their locks; nobody knows for how long.
     */
    private static final String QUESTION =
            """
            SELECT (SELECT count(*) FROM pg_stat_get_backend_idset() b
                     WHERE pg_stat_get_backend_dbid(b) = d.oid AND pg_stat_get_backend_pid(b) <> ALL ('{%s}')),
                   (SELECT count(*) FROM pg_prepared_xact() p WHERE p.dbid = d.oid),
                   concat_ws(' ', inserted, updated, deleted), pg_stat_get_db_sessions(d.oid),
                   CASE WHEN (inserted, updated, deleted) <> (%s, %s, %s) THEN %s END,
                   %s
              FROM pg_database d CROSS JOIN LATERAL (SELECT pg_stat_get_db_tuples_inserted(d.oid) AS inserted,
                                                            pg_stat_get_db_tuples_updated(d.oid) AS updated,
                                                            pg_stat_get_db_tuples_deleted(d.oid) AS deleted) counted
             WHERE d.datname = current_database() AND current_setting('track_counts') = 'on'
            """;

    /**
     * Empty if somebody else stays connected, or the server does not count.
     *
     * @param before what was written when the database was clean: if it is no more, no table has to be looked at
     * @param ours the sessions that may be connected
     */
    static Optional<PostgreSqlInside> of(
            Connection connection, PostgreSqlTables known, PostgreSqlCount before, Set<Long> ours) throws SQLException {
        String question = QUESTION.formatted(
                ours.stream().map(String::valueOf).collect(Collectors.joining(",")),
                before.inserted(),
                before.updated(),
                before.deleted(),
                PostgreSqlTraces.ofTables(known),
                PostgreSqlTraces.ofSequences(known, connection));
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false); // braces are the server's
            return Departure.await(() -> seen(statement, question), s -> s.others() == 0)
                    .inside();
        }
    }

    /** @param inside empty as long as others are connected, and if there is nothing to be known */
    private record Seen(long others, Optional<PostgreSqlInside> inside) {}

    private static Seen seen(Statement statement, String question) throws SQLException {
        try (ResultSet row = statement.executeQuery(question)) {
            if (!row.next()) {
                return new Seen(0, Optional.empty());
            }
            long others = row.getLong(1);
            long prepared = row.getLong(2);
            return new Seen(
                    others,
                    others + prepared == 0
                            ? Optional.of(new PostgreSqlInside(
                                    PostgreSqlCount.of(row.getString(3)),
                                    row.getLong(4),
                                    PostgreSqlTraces.of(row.getArray(5), row.getString(6))))
                            : Optional.empty());
        }
    }

    /** The same as it is told from outside, with settings that are only seen from there. */
    PostgreSqlOutside outside(String settings) {
        return new PostgreSqlOutside(rows, settings, sessions);
    }
}
