package dev.fk.junit.provision.postgresql;

import dev.fk.junit.provision.Pristine;
import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where somebody has written in a copy of a template. The server counts for each table what it counts for the database, and
 * for each sequence how often its page was asked for, which whoever changes it does, and whoever reads it: only those are
 * looked at.
 *
 * @param tables what was ever written in those in which anything was, by their number
 * @param large those of them that have more than a page, or values that are kept apart: there a table that was cleaned often
 *     enough may answer in another order than a new one
 * @param sequences the values of those that anybody has ever used
 */
record PostgreSqlTraces(Map<Long, PostgreSqlCount> tables, Set<Long> large, Map<Long, String> sequences) {

    private static final String TABLES =
            """
            (SELECT array_agg(ARRAY[no::text, concat_ws(' ', ins, upd, del),
                                    (pg_relation_size(no) > current_setting('block_size')::int
                                      OR coalesce(pg_relation_size(nullif(toast, 0)), 0) > 0)::text])
               FROM %s CROSS JOIN LATERAL (SELECT pg_stat_get_tuples_inserted(no) AS ins,
                                                  pg_stat_get_tuples_updated(no) AS upd,
                                                  pg_stat_get_tuples_deleted(no) AS del) counted
              WHERE ins + upd + del > 0)
            """;

    PostgreSqlTraces {
        tables = Map.copyOf(tables);
        large = Set.copyOf(large);
        sequences = Map.copyOf(sequences);
    }

    /** Asks for tables. */
    static String ofTables(PostgreSqlTables known) {
        return TABLES.formatted(known.unnestedTables());
    }

    /** Asks for sequences. */
    static String ofSequences(PostgreSqlTables known, Connection connection) throws SQLException {
        return PostgreSqlState.sequences(
                connection,
                "(SELECT seqrelid FROM " + known.unnestedSequences()
                        + " WHERE pg_stat_get_blocks_fetched(seqrelid) > 0) AS used");
    }

    /**
     * The answers.
     *
     * @param told null if there are no tables to tell of
     */
    static PostgreSqlTraces of(@Nullable Array told, String sequences) throws SQLException {
        Map<Long, PostgreSqlCount> tables = new HashMap<>();
        Set<Long> large = new HashSet<>();
        for (String[] each : told == null ? new String[0][] : (String[][]) told.getArray()) {
            long number = Long.parseLong(each[0]);
            tables.put(number, PostgreSqlCount.of(each[1]));
            if (each[2].equals("true")) {
                large.add(number);
            }
        }
        return new PostgreSqlTraces(tables, large, PostgreSqlTables.values(sequences));
    }

    /** What was written in those in which more was written than before. */
    Map<Long, PostgreSqlCount> since(Map<String, String> before) {
        Map<Long, PostgreSqlCount> since = new HashMap<>();
        tables.forEach((number, now) -> {
            String then = before.get(String.valueOf(number));
            PostgreSqlCount more = then == null ? now : now.minus(PostgreSqlCount.of(then));
            if (!more.equals(PostgreSqlCount.NOTHING)) {
                since.put(number, more);
            }
        });
        return since;
    }

    /** As {@link Pristine#traces} has it, once that was written. */
    Map<String, String> after(Map<Long, PostgreSqlCount> written, Map<String, String> before) {
        Map<String, String> after = new HashMap<>(before);
        written.forEach((table, more) -> after.put(
                String.valueOf(table),
                tables.getOrDefault(table, PostgreSqlCount.NOTHING).plus(more).toString()));
        return after;
    }
}
