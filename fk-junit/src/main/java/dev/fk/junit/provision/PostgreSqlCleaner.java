package dev.fk.junit.provision;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import javax.sql.DataSource;

/**
 * Deletes the rows of the tables that somebody has written to, puts back those of the template, and sets sequences back.
 * As a replica does it, so that neither triggers nor foreign keys interfere; that takes a superuser. Two looks and the work
 * between them, a round trip each.
 *
 * @param fresh a copy of the template that nobody had
 * @param rows of the template, by the number of the table; those that are not in it are empty
 */
record PostgreSqlCleaner(PostgreSqlTraces fresh, Map<Long, PostgreSqlRows> rows, Sessions sessions)
        implements Cleaner {

    PostgreSqlCleaner {
        rows = Map.copyOf(rows);
    }

    /** Empty if nobody else may do it either: the user is no superuser, or the server cannot tell what was written. */
    static Optional<Cleaner> of(DataSource database, String untouched, Sessions sessions) throws SQLException {
        try (Connection connection = database.getConnection()) {
            if (!isSuperuser(connection)) {
                return Optional.empty();
            }
            Optional<PostgreSqlTraces> fresh = PostgreSqlTraces.of(connection, sessions.of(untouched));
            return fresh.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new PostgreSqlCleaner(fresh.get(), PostgreSqlRows.of(connection), sessions));
        }
    }

    private static boolean isSuperuser(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SHOW is_superuser")) {
            return row.next() && row.getString(1).equals("on");
        }
    }

    @Override
    public Optional<Pristine> clean(String database, DataSource connections, Pristine before) throws SQLException {
        Set<Long> ours = sessions.of(database);
        try (Connection connection = connections.getConnection()) {
            Optional<PostgreSqlTraces> dirty = PostgreSqlTraces.of(connection, ours);
            if (dirty.isEmpty() || !isLikeFresh(dirty.get())) {
                return Optional.empty();
            }
            Map<Long, PostgreSqlTraces.Written> tables = new TreeMap<>(dirty.get().tables());
            tables.entrySet()
                    .removeIf(t -> t.getValue().counters().equals(before.traces().get(t.getKey())));
            if (!areCleanable(tables)) {
                return Optional.empty();
            }
            clean(connection, tables, dirty.get().sequences());
            return PostgreSqlTraces.of(connection, ours)
                    .filter(now -> isClean(now, dirty.get(), tables.keySet()))
                    .map(now -> new Pristine(now.state(), now.counters()));
        }
    }

    private boolean isLikeFresh(PostgreSqlTraces now) {
        return now.beside().equals(fresh.beside())
                && now.sequences().keySet().equals(fresh.sequences().keySet());
    }

    private boolean areCleanable(Map<Long, PostgreSqlTraces.Written> tables) {
        return tables.entrySet().stream()
                .allMatch(t -> t.getValue().cleanable()
                        && Optional.ofNullable(rows.get(t.getKey()))
                                .map(PostgreSqlRows::areKnown)
                                .orElse(true));
    }

    private void clean(
            Connection connection, Map<Long, PostgreSqlTraces.Written> tables, Map<Long, String> sequences)
            throws SQLException {
        StringBuilder sql = new StringBuilder("BEGIN;\nSET LOCAL session_replication_role = replica;\n"
                + "SET LOCAL lock_timeout = 1000;\nSET LOCAL statement_timeout = 10000;\n");
        tables.forEach((number, table) -> {
            sql.append("DELETE FROM ONLY ").append(table.name()).append(";\n");
            Optional.ofNullable(rows.get(number)).ifPresent(r -> sql.append(r.insert(table.name())));
        });
        fresh.sequences().forEach((number, value) -> {
            if (!value.equals(sequences.get(number))) {
                String[] lastAndCalled = value.split(" ", 2);
                sql.append("SELECT setval(%d::regclass, %s, '%s');\n"
                        .formatted(number, lastAndCalled[0], lastAndCalled[1]));
            }
        });
        sql.append("COMMIT;\nSELECT pg_stat_force_next_flush()");
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false); // braces are the server's
            statement.execute(sql.toString());
        }
    }

    /** Nobody came meanwhile, and nothing was written elsewhere. */
    private boolean isClean(PostgreSqlTraces now, PostgreSqlTraces dirty, Set<Long> cleaned) {
        Map<Long, String> elsewhere = new HashMap<>(now.counters());
        elsewhere.keySet().removeAll(cleaned);
        Map<Long, String> then = new HashMap<>(dirty.counters());
        then.keySet().removeAll(cleaned);
        return isLikeFresh(now)
                && now.sequences().equals(fresh.sequences())
                && now.sessions() == dirty.sessions()
                && elsewhere.equals(then)
                && cleaned.stream().map(now.tables()::get).allMatch(t -> t != null && t.cleanable());
    }
}
