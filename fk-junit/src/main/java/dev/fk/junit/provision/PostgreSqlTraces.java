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
 * @param tables those in which anything was written, by their number
 */
record PostgreSqlTraces(Map<Long, Written> tables) {

    /**
     * A table with rows that were written.
     *
     * @param name quoted, with its schema
     * @param counters rows inserted, updated, deleted, whether or not they were rolled back
     * @param cleanable whether deleting all its rows has no other effect, and leaves it as if there never were any
     */
    record Written(String name, String counters, boolean cleanable) {
        Written after(long inserted, long deleted) {
            String[] each = counters.split(" ", 3);
            return new Written(
                    name,
                    Long.parseLong(each[0]) + inserted + " " + each[1] + " " + (Long.parseLong(each[2]) + deleted),
                    cleanable);
        }
    }

    /**
     * Beyond its first page, or with values that are kept apart, a table that was cleaned often enough may answer in
     * another order than a new one; triggers and rules that are ALWAYS or REPLICA run whatever the session says. Values
     * that are kept apart are written with the row they belong to. What was written in no table that is still there
     * cannot be undone.
     */
    private static final String QUESTION =
            """
            SELECT (%s) = 0 AND current_setting('track_counts') = 'on'
                     AND (SELECT tup_inserted + tup_updated + tup_deleted FROM pg_stat_database
                           WHERE datname = current_database()) = coalesce(sum(ins + upd + del), 0),
                   array_agg(ARRAY[c.oid::text, c.oid::regclass::text, concat_ws(' ', ins, upd, del),
                       (c.relkind = 'r' AND c.oid >= 16384 AND c.relpersistence <> 't'
                        AND pg_relation_size(c.oid) <= current_setting('block_size')::int
                        AND coalesce(pg_relation_size(nullif(c.reltoastrelid, 0)), 0) = 0
                        AND NOT EXISTS (SELECT FROM pg_trigger WHERE tgrelid = c.oid AND tgenabled IN ('A', 'R'))
                        AND NOT EXISTS (SELECT FROM pg_rewrite WHERE ev_class = c.oid AND ev_enabled IN ('A', 'R'))
                       )::text])
                     FILTER (WHERE c.relkind <> 't' OR c.oid < 16384)
              FROM pg_class c
             CROSS JOIN LATERAL (SELECT pg_stat_get_tuples_inserted(c.oid) AS ins,
                                        pg_stat_get_tuples_updated(c.oid) AS upd,
                                        pg_stat_get_tuples_deleted(c.oid) AS del) counted
             WHERE c.relkind IN ('r', 'm', 't') AND NOT c.relisshared AND ins + upd + del > 0
            """
                    .formatted(PostgreSqlState.OTHERS);

    PostgreSqlTraces {
        tables = Map.copyOf(tables);
    }

    /** Empty if somebody else is connected, the server does not count, or counts more than these tables explain. */
    static Optional<PostgreSqlTraces> of(Connection connection, Set<Long> ours) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(QUESTION)) {
            statement.setArray(1, connection.createArrayOf("int8", ours.toArray()));
            try (ResultSet row = statement.executeQuery()) {
                return row.next() && row.getBoolean(1)
                        ? Optional.of(new PostgreSqlTraces(tables(row.getArray(2))))
                        : Optional.empty();
            }
        }
    }

    private static Map<Long, Written> tables(@Nullable Array told) throws SQLException {
        Map<Long, Written> tables = new HashMap<>();
        for (String[] each : told == null ? new String[0][] : (String[][]) told.getArray()) {
            tables.put(Long.valueOf(each[0]), new Written(each[1], each[2], each[3].equals("true")));
        }
        return tables;
    }

    /** Those in which more was written than before. */
    Map<Long, Written> since(Map<Long, String> before) {
        Map<Long, Written> since = new HashMap<>(tables);
        since.entrySet().removeIf(t -> t.getValue().counters().equals(before.get(t.getKey())));
        return since;
    }
}
