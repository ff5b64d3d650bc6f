package dev.fk.junit.provision;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What has to be done in one database, in one message to the server and one transaction, and what that wrote. */
final class PostgreSqlCleaning {
    private static final List<String> BEGIN = List.of(
            "BEGIN",
            "SET LOCAL session_replication_role = replica",
            "SET LOCAL lock_timeout = 1000",
            "SET LOCAL statement_timeout = 10000");

    /** The server counts at the end of this, not some time later. */
    private static final List<String> END = List.of("COMMIT", "SELECT pg_stat_force_next_flush()");

    private final List<String> statements = new ArrayList<>(BEGIN);
    private final Map<Long, PostgreSqlTraces.Written> tables = new LinkedHashMap<>();
    private final Map<Integer, Long> deletes = new HashMap<>();
    private final Map<Integer, Long> inserts = new HashMap<>();
    private long inserted;
    private long deleted;

    /** Deletes all rows of a table, and puts some in. */
    void empty(long number, PostgreSqlTraces.Written table, Optional<String> insert) {
        tables.put(number, table);
        deletes.put(statements.size(), number);
        statements.add("DELETE FROM ONLY " + table.name());
        insert.ifPresent(sql -> {
            inserts.put(statements.size(), number);
            statements.add(sql);
        });
    }

    /** @param value the last one, and whether it was given out: {@code 7 t} */
    void set(long sequence, String value) {
        String[] lastAndCalled = value.split(" ", 2);
        statements.add("SELECT setval(%d::regclass, %s, '%s')".formatted(sequence, lastAndCalled[0], lastAndCalled[1]));
    }

    PostgreSqlCleaning run(Connection connection) throws SQLException {
        statements.addAll(END);
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false); // braces are the server's
            boolean rows = statement.execute(String.join(";\n", statements));
            for (int i = 0; rows || statement.getUpdateCount() != -1; i++) {
                if (!rows) {
                    count(i, statement.getUpdateCount());
                }
                rows = statement.getMoreResults();
            }
        }
        return this;
    }

    private void count(int statement, long rows) {
        Long emptied = deletes.get(statement);
        Long filled = inserts.get(statement);
        if (emptied != null) {
            deleted += rows;
            tables.computeIfPresent(emptied, (number, table) -> table.after(0, rows));
        } else if (filled != null) {
            inserted += rows;
            tables.computeIfPresent(filled, (number, table) -> table.after(rows, 0));
        }
    }

    long inserted() {
        return inserted;
    }

    long deleted() {
        return deleted;
    }

    /** What the server has to have counted for each table now. */
    Map<Long, String> counters() {
        Map<Long, String> counters = new HashMap<>();
        tables.forEach((number, table) -> counters.put(number, table.counters()));
        return counters;
    }
}
