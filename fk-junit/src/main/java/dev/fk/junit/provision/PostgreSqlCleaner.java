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
 * As a replica does it, so that neither triggers nor foreign keys interfere; that takes a superuser. Then the server must
 * have counted what was done here, and nothing else. A look, the work, and another look: a round trip each.
 *
 * @param fresh what is told of a copy of the template that nobody had
 * @param rows of the template, by the number of the table; those that are not in it are empty
 */
record PostgreSqlCleaner(PostgreSqlTold fresh, Map<Long, PostgreSqlRows> rows, Sessions sessions) implements Cleaner {

    PostgreSqlCleaner {
        rows = Map.copyOf(rows);
    }

    /** Empty if the user is no superuser, or the server cannot tell what was written. */
    static Optional<Cleaner> of(DataSource database, String untouched, Sessions sessions) throws SQLException {
        Optional<PostgreSqlTold> fresh =
                PostgreSqlState.of(database, sessions.of(untouched)).map(PostgreSqlTold::of);
        try (Connection connection = database.getConnection()) {
            return fresh.isEmpty() || !isSuperuser(connection)
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
    public Optional<Pristine> clean(String database, DataSource connections, Pristine before, String now)
            throws SQLException {
        PostgreSqlTold told = PostgreSqlTold.of(now);
        if (!told.settings().equals(fresh.settings())
                || !told.values().keySet().equals(fresh.values().keySet())) {
            return Optional.empty();
        }
        Set<Long> ours = sessions.of(database);
        try (Connection connection = connections.getConnection()) {
            Optional<PostgreSqlTraces> traces = PostgreSqlTraces.of(connection, ours);
            if (traces.isEmpty()) {
                return Optional.empty();
            }
            Map<Long, PostgreSqlTraces.Written> tables =
                    new TreeMap<>(traces.get().since(before.traces()));
            if (!areCleanable(tables)) {
                return Optional.empty();
            }
            PostgreSqlCleaning done = cleaning(tables, told.values()).run(connection);
            String expected = told.after(done.inserted(), done.deleted())
                    .withSequences(fresh.sequences())
                    .state();
            Map<Long, String> counters = new HashMap<>();
            traces.get().tables().forEach((table, written) -> counters.put(table, written.counters()));
            counters.putAll(done.counters());
            return PostgreSqlState.ofSmall(connection, ours, tables.keySet())
                    .filter(expected::equals)
                    .map(state -> new Pristine(state, counters));
        }
    }

    private boolean areCleanable(Map<Long, PostgreSqlTraces.Written> tables) {
        return tables.entrySet().stream()
                .allMatch(t -> t.getValue().cleanable()
                        && Optional.ofNullable(rows.get(t.getKey()))
                                .map(PostgreSqlRows::areKnown)
                                .orElse(true));
    }

    private PostgreSqlCleaning cleaning(Map<Long, PostgreSqlTraces.Written> tables, Map<Long, String> values) {
        PostgreSqlCleaning cleaning = new PostgreSqlCleaning();
        tables.forEach((number, table) -> cleaning.empty(
                number, table, Optional.ofNullable(rows.get(number)).flatMap(r -> r.insert(table.name()))));
        fresh.values().forEach((sequence, value) -> {
            if (!value.equals(values.get(sequence))) {
                cleaning.set(sequence, value);
            }
        });
        return cleaning;
    }
}
