package dev.fk.junit.provision;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Truncates the tables whose rows or next AUTO_INCREMENT are not those of the template, and fills those that had rows from
 * the template itself; then everything has to look as before. TRUNCATE fires no triggers, INSERT does.
 */
record MySqlCleaner(MySqlScript script, ConnectionPool admin, Sessions sessions, Pristine untouched)
        implements Cleaner {

    /** Empty if somebody is connected to the copy. */
    static Optional<Cleaner> of(MySqlScript script, ConnectionPool admin, Sessions sessions, String untouched)
            throws SQLException {
        try (Connection connection = admin.connection()) {
            return MySqlState.of(connection, untouched, sessions.of(untouched))
                    .map(state -> new MySqlCleaner(script, admin, sessions, Pristine.copied(state)));
        }
    }

    @Override
    public Optional<Cleaned> clean(String database, ConnectionPool connections, Pristine before)
            throws SQLException {
        try (Connection connection = admin.connection()) {
            Optional<String> now = MySqlState.of(connection, database, sessions.of(database));
            if (now.equals(Optional.of(before.state()))) {
                return Optional.of(new Cleaned(Origin.UNTOUCHED, before));
            }
            Optional<Set<String>> dirty = now.flatMap(state -> MySqlState.tablesThatDiffer(before.state(), state));
            if (dirty.isEmpty() || (script.hasTriggers() && dirty.get().stream().anyMatch(script::fills))) {
                return Optional.empty();
            }
            clean(connection, database, dirty.get(), before.state());
            return MySqlState.of(connection, database, sessions.of(database))
                    .filter(before.state()::equals)
                    .map(state -> new Cleaned(Origin.CLEANED, before));
        }
    }

    private void clean(Connection connection, String database, Set<String> tables, String fresh) throws SQLException {
        List<String> statements = new ArrayList<>();
        statements.add("SET SESSION lock_wait_timeout = 1");
        for (String table : tables) {
            statements.add("TRUNCATE TABLE " + table);
            statements.addAll(script.rows(table));
            MySqlState.nextKey(fresh, table)
                    .ifPresent(next -> statements.add("ALTER TABLE " + table + " AUTO_INCREMENT = " + next));
        }
        script.run(connection, database, statements);
    }
}
