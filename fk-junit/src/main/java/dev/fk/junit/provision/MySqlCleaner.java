package dev.fk.junit.provision;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;

/**
 * Truncates the tables whose rows or next AUTO_INCREMENT are not those of the template, and fills those that had rows from
 * the template itself; then everything has to look as before. TRUNCATE fires no triggers, INSERT does.
 */
record MySqlCleaner(MySqlScript script, ConnectionPool admin, Sessions sessions) implements Cleaner {
    @Override
    public Optional<Pristine> clean(String database, DataSource connections, Pristine before, String now)
            throws SQLException {
        Optional<Set<String>> dirty = MySqlState.tablesThatDiffer(before.state(), now);
        if (dirty.isEmpty() || (script.hasTriggers() && dirty.get().stream().anyMatch(script::fills))) {
            return Optional.empty();
        }
        try (Connection connection = admin.connection()) {
            clean(connection, database, dirty.get(), before.state());
            return MySqlState.of(connection, database, sessions.of(database))
                    .filter(before.state()::equals)
                    .map(Pristine::copied);
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
