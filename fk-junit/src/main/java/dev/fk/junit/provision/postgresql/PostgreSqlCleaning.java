package dev.fk.junit.provision.postgresql;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What has to be done in one database, in one message to the server and one transaction, and what that wrote. Afterwards the
 * session is as it was.
 */
final class PostgreSqlCleaning {
    private static final List<String> BEGIN = List.of(
            "BEGIN",
            "SELECT set_config('session_replication_role', 'replica', true),"
                    + " set_config('lock_timeout', '1000', true), set_config('statement_timeout', '10000', true)");

    private static final String SEQUENCES =
            "SELECT setval(no::regclass, last, called) FROM (VALUES %s) AS s (no, last, called)";

    private static final List<String> END = List.of("COMMIT", "DISCARD SEQUENCES");

    /**
     * Rows that were deleted take up room until they are vacuumed, also for those that are put back. The server counts at
     * the end of this, not some time later.
     */
    private static final String SMALL =
            "SELECT pg_stat_force_next_flush(), coalesce(bool_and(pg_relation_size(no) <= current_setting('block_size')::int), true)"
                    + " FROM unnest('{%s}'::oid[]) AS t (no)";

    private final List<String> statements = new ArrayList<>(BEGIN);
    private final List<String> sequences = new ArrayList<>();
    private final Map<Long, PostgreSqlCount> written = new LinkedHashMap<>();
    private final Map<Integer, Long> deletes = new HashMap<>();
    private final Map<Integer, Long> inserts = new HashMap<>();
    private boolean isSmall;

    /** Deletes all rows of a table, and puts those of the template in. */
    void empty(long number, PostgreSqlTables.Table table) {
        written.put(number, PostgreSqlCount.NOTHING);
        deletes.put(statements.size(), number);
        statements.add("DELETE FROM ONLY " + table.name());
        table.rows().flatMap(rows -> rows.insert(table.name())).ifPresent(sql -> {
            inserts.put(statements.size(), number);
            statements.add(sql);
        });
    }

    /** @param value the last one, and whether it was given out: {@code 7 t} */
    void set(long sequence, String value) {
        String[] lastAndCalled = value.split(" ", 2);
        sequences.add("(%s, %s, '%s'::bool)".formatted(sequence, lastAndCalled[0], lastAndCalled[1]));
    }

    boolean isNothing() {
        return statements.size() == BEGIN.size() && sequences.isEmpty();
    }

    PostgreSqlCleaning run(Connection connection) throws SQLException {
        if (!sequences.isEmpty()) {
            statements.add(SEQUENCES.formatted(String.join(", ", sequences)));
        }
        statements.addAll(END);
        int size = statements.size();
        statements.add(
                SMALL.formatted(written.keySet().stream().map(String::valueOf).collect(Collectors.joining(","))));
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false); // braces are the server's
            boolean rows = statement.execute(String.join(";\n", statements));
            for (int i = 0; rows || statement.getUpdateCount() != -1; i++) {
                if (!rows) {
                    count(i, statement.getUpdateCount());
                } else if (i == size) {
                    isSmall = isTrue(statement.getResultSet());
                }
                rows = statement.getMoreResults();
            }
        }
        return this;
    }

    private static boolean isTrue(ResultSet row) throws SQLException {
        return row.next() && row.getBoolean(2);
    }

    private void count(int statement, long rows) {
        Optional.ofNullable(deletes.get(statement)).ifPresent(no -> add(no, new PostgreSqlCount(0, 0, rows)));
        Optional.ofNullable(inserts.get(statement)).ifPresent(no -> add(no, new PostgreSqlCount(rows, 0, 0)));
    }

    private void add(long number, PostgreSqlCount more) {
        written.computeIfPresent(number, (no, before) -> before.plus(more));
    }

    /** Whether each of the tables still has a page at most; see {@link PostgreSqlTraces#large}. */
    boolean isSmall() {
        return isSmall;
    }

    /** What that wrote in each table. */
    Map<Long, PostgreSqlCount> written() {
        return Map.copyOf(written);
    }
}
