package dev.fk.core.dialect.mysql;

import dev.fk.core.laws.Arena;
import dev.fk.core.laws.Campaign;
import dev.fk.core.laws.Wanted;
import dev.fk.core.testing.MySqlDatabase;
import dev.fk.core.testing.MySqlServers;
import dev.fk.core.testing.MySqlVocabulary;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What was planned is what is read (L5), then there is nothing left to do (L6), and any schema becomes any other, on every
 * server of the family.
 */
@Tag("thorough")
class LawsOnMySqlTest {
    /** Older servers have what newer ones have but for some, so that fewer schemas do. */
    private static final int ONE_IN_ON_OLDER = 5;

    static List<MySqlServers.Server> servers() {
        return MySqlServers.all().toList();
    }

    @ParameterizedTest
    @MethodSource("servers")
    void any_schema_becomes_any_other_and_nothing_is_left_to_do(MySqlServers.Server server) throws Exception {
        try (MySqlDatabase database = MySqlDatabase.on(server)) {
            Live live = Live.of(database);
            boolean mariaDb = live.dialect() instanceof MariaDbDialect;
            boolean newest = live.info().version().major() >= (mariaDb ? 11 : 9);
            Campaign.of(live.info().toString(), MySqlVocabulary.get(mariaDb), newest ? 1 : ONE_IN_ON_OLDER)
                    .run(() -> arena(MySqlDatabase.on(server)), Wanted.onMySql(mariaDb));
        }
    }

    static Arena arena(MySqlDatabase database) throws SQLException {
        return new Arena(database.connection(), new Arena.Cleaning() {
            @Override
            public void drop(Statement statement) throws SQLException {
                database.clear();
            }

            @Override
            public void deleteRows(Statement statement, List<String> tables) throws SQLException {
                statement.execute("SET foreign_key_checks = 0");
                for (String table : tables) {
                    statement.execute("DELETE FROM " + table);
                }
                statement.execute("SET foreign_key_checks = 1");
            }

            @Override
            public void close() throws SQLException {
                database.close();
            }
        });
    }
}
