package dev.fk.junit.provision;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where somebody has written in a PostgreSQL database: the server counts for each table, those of the catalog included,
 * what it counts for the database. One round trip.
 *
 * @param state what {@link PostgreSqlState} says
 * @param beside settings, and whatever was written that is in no table that is still there
 * @param sessions how many there were so far
 * @param sequences what they gave out
 * @param tables those in which anything was written, by their number
 */
record PostgreSqlTraces(
        String state, String beside, long sessions, Map<Long, String> sequences, Map<Long, Written> tables) {

    /**
     * A table with rows that were written.
     *
     * @param name quoted, with its schema
     * @param counters rows inserted, updated, deleted, whether or not they were rolled back
     * @param cleanable whether deleting all its rows has no other effect, and leaves it as if there never were any
     */
    record Written(String name, String counters, boolean cleanable) {}

    /**
     * Beyond its first page, or with values that are kept apart, a table that was cleaned often enough may answer in
     * another order than a new one; triggers and rules that are ALWAYS or REPLICA run whatever the session says. Values
     * that are kept apart are written with the row they belong to.
     */
    private static final String QUESTION =
            """
            SELECT (%s), current_setting('track_counts'), %s,
                   s.tup_inserted + s.tup_updated + s.tup_deleted
                     - coalesce((SELECT sum(w) FROM unnest(written.sums) w), 0),
                   s.sessions, %s, written.tables
              FROM pg_database d
              LEFT JOIN pg_stat_database s ON s.datid = d.oid
             CROSS JOIN (
                    SELECT array_agg(ins + upd + del) AS sums,
                           array_agg(ARRAY[c.oid::text, format('%%I.%%I', n.nspname, c.relname),
                               concat_ws(' ', ins, upd, del),
                               (c.relkind = 'r' AND c.oid >= 16384 AND c.relpersistence <> 't'
                                AND pg_relation_size(c.oid) <= current_setting('block_size')::int
                                AND coalesce(pg_relation_size(nullif(c.reltoastrelid, 0)), 0) = 0
                                AND NOT EXISTS (SELECT FROM pg_trigger WHERE tgrelid = c.oid AND tgenabled IN ('A', 'R'))
                                AND NOT EXISTS (SELECT FROM pg_rewrite WHERE ev_class = c.oid AND ev_enabled IN ('A', 'R'))
                               )::text])
                             FILTER (WHERE c.relkind <> 't' OR c.oid < 16384) AS tables
                      FROM pg_class c
                      JOIN pg_namespace n ON n.oid = c.relnamespace
                     CROSS JOIN LATERAL (SELECT pg_stat_get_tuples_inserted(c.oid) AS ins,
                                                pg_stat_get_tuples_updated(c.oid) AS upd,
                                                pg_stat_get_tuples_deleted(c.oid) AS del) counted
                     WHERE c.relkind IN ('r', 'm', 't') AND NOT c.relisshared AND ins + upd + del > 0) written
             WHERE d.datname = current_database()
            """;

    PostgreSqlTraces {
        sequences = Map.copyOf(sequences);
        tables = Map.copyOf(tables);
    }

    /** Empty if somebody else is connected, or the server does not count. */
    static Optional<PostgreSqlTraces> of(Connection connection, Set<Long> ours) throws SQLException {
        int version = connection.getMetaData().getDatabaseMajorVersion();
        String sql = QUESTION.formatted(
                PostgreSqlState.OTHERS,
                PostgreSqlState.state(version) + ", " + PostgreSqlState.SETTINGS,
                PostgreSqlState.sequences(version));
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setArray(1, connection.createArrayOf("int8", ours.toArray()));
            try (ResultSet row = statement.executeQuery()) {
                return row.next() && row.getInt(1) == 0 && "on".equals(row.getString(2))
                        ? Optional.of(new PostgreSqlTraces(
                                row.getString(3),
                                row.getString(4) + " | " + row.getString(5),
                                row.getLong(6),
                                sequences(row.getString(7)),
                                tables(row.getArray(8))))
                        : Optional.empty();
            }
        }
    }

    private static Map<Long, String> sequences(@Nullable String told) {
        Map<Long, String> sequences = new HashMap<>();
        for (String each : told == null ? new String[0] : told.split(", ", -1)) {
            String[] numberAndValue = each.split(" ", 2);
            sequences.put(Long.valueOf(numberAndValue[0]), numberAndValue[1]);
        }
        return sequences;
    }

    private static Map<Long, Written> tables(@Nullable Array told) throws SQLException {
        Map<Long, Written> tables = new HashMap<>();
        for (String[] each : told == null ? new String[0][] : (String[][]) told.getArray()) {
            tables.put(Long.valueOf(each[0]), new Written(each[1], each[2], each[3].equals("true")));
        }
        return tables;
    }

    /** What was written in each table, for comparison with later. */
    Map<Long, String> counters() {
        Map<Long, String> counters = new HashMap<>();
        tables.forEach((table, written) -> counters.put(table, written.counters()));
        return counters;
    }
}
