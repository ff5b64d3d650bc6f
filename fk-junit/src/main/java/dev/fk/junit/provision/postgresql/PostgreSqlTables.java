package dev.fk.junit.provision.postgresql;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What could be cleaned in copies of a template. They have its numbers, so nothing of this has to be asked again as long as the
 * server counts nothing that was written in a catalog.
 */
final class PostgreSqlTables {
    private final Map<Long, Table> tables;
    private final Map<Long, String> sequences;
    /** Of a thousand of them, made for each question anew, they would take half as long as its answer. */
    private final String unnestedTables;

    private final String unnestedSequences;

    /**
     * A table.
     *
     * @param name quoted, with its schema
     * @param toast the number of the table that has its long values; 0 without
     * @param cleanable whether deleting its rows has no other effect
     * @param rows of the template
     */
    record Table(String name, long toast, boolean cleanable, Optional<PostgreSqlRows> rows) {}

    /** Triggers and rules that are ALWAYS or REPLICA run whatever the session says. */
    private static final String TABLES =
            """
            SELECT c.oid, format('%I.%I', n.nspname, c.relname), c.reltoastrelid,
                   c.relpersistence <> 't'
                     AND NOT EXISTS (SELECT FROM pg_trigger WHERE tgrelid = c.oid AND tgenabled IN ('A', 'R'))
                     AND NOT EXISTS (SELECT FROM pg_rewrite WHERE ev_class = c.oid AND ev_enabled IN ('A', 'R'))
              FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
             WHERE c.relkind = 'r' AND c.oid >= 16384
            """;

    private PostgreSqlTables(Map<Long, Table> tables, Map<Long, String> sequences) {
        this.tables = Map.copyOf(tables);
        this.sequences = Map.copyOf(sequences);
        this.unnestedTables = "unnest('{" + joined(this.tables, Map.Entry::getKey) + "}'::oid[], '{"
                + joined(this.tables, t -> t.getValue().toast()) + "}'::oid[]) AS t (no, toast)";
        this.unnestedSequences = "unnest('{" + joined(this.sequences, Map.Entry::getKey) + "}'::oid[]) AS s (seqrelid)";
    }

    /** Those of a copy that nobody had. */
    static PostgreSqlTables of(Connection connection) throws SQLException {
        Map<Long, PostgreSqlRows> rows = PostgreSqlRows.of(connection);
        Map<Long, Table> tables = new HashMap<>();
        Map<Long, String> sequences = new HashMap<>();
        try (Statement statement = connection.createStatement()) {
            try (ResultSet row = statement.executeQuery(TABLES)) {
                while (row.next()) {
                    Optional<PostgreSqlRows> its = Optional.ofNullable(rows.get(row.getLong(1)));
                    tables.put(
                            row.getLong(1),
                            new Table(
                                    row.getString(2),
                                    row.getLong(3),
                                    row.getBoolean(4)
                                            && its.map(PostgreSqlRows::areKnown).orElse(true),
                                    its));
                }
            }
            String all = "SELECT " + PostgreSqlState.sequences(connection, "pg_sequence");
            try (ResultSet row = statement.executeQuery(all)) {
                row.next();
                sequences.putAll(values(row.getString(1)));
            }
        }
        return new PostgreSqlTables(tables, sequences);
    }

    /** {@code 16390 1 f, 16395 7 t} by number. */
    static Map<Long, String> values(String told) {
        Map<Long, String> values = new HashMap<>();
        for (String each : told.isEmpty() ? new String[0] : told.split(", ", -1)) {
            String[] numberAndValue = each.split(" ", 2);
            values.put(Long.valueOf(numberAndValue[0]), numberAndValue[1]);
        }
        return values;
    }

    /** By their number. */
    Map<Long, Table> tables() {
        return tables;
    }

    /** The last value of each, and whether it was given out, {@code 7 t}, by its number. */
    Map<Long, String> sequences() {
        return sequences;
    }

    /** For a {@code FROM}: the columns {@code no} and {@code toast}. */
    String unnestedTables() {
        return unnestedTables;
    }

    /** For a {@code FROM}: the column {@code seqrelid}. */
    String unnestedSequences() {
        return unnestedSequences;
    }

    private static <T> String joined(Map<Long, T> map, Function<Map.Entry<Long, T>, Long> number) {
        return map.entrySet().stream().map(e -> String.valueOf(number.apply(e))).collect(Collectors.joining(","));
    }
}
