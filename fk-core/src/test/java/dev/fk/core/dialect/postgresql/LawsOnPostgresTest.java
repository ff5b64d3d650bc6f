package dev.fk.core.dialect.postgresql;

import dev.fk.core.laws.Arena;
import dev.fk.core.laws.Campaign;
import dev.fk.core.laws.Wanted;
import dev.fk.core.testing.OnPostgres;
import dev.fk.core.testing.PostgresServer;
import dev.fk.core.testing.PostgresVocabulary;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What was planned is what is read (L5), then there is nothing left to do (L6), and any schema becomes any other. */
@OnPostgres
class LawsOnPostgresTest {
    private static final int NEWEST = 18;
    /** Older servers have what newer ones have but for some, so that fewer schemas do. */
    private static final int ONE_IN_ON_OLDER = 5;

    @Test
    void any_schema_becomes_any_other_and_nothing_is_left_to_do(PostgresServer server) throws Exception {
        int version = server.majorVersion();
        Campaign.of(server.toString(), PostgresVocabulary.get(version), version >= NEWEST ? 1 : ONE_IN_ON_OLDER)
                .run(() -> arena(server.freshDataSource().getConnection()), Wanted.onPostgres(version));
    }

    static Arena arena(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET client_min_messages = warning");
        }
        return new Arena(connection, new Arena.Cleaning() {
            @Override
            public void drop(Statement statement) throws SQLException {
                statement.execute("DROP SCHEMA public CASCADE; CREATE SCHEMA public");
            }

            @Override
            public void deleteRows(Statement statement, List<String> tables) throws SQLException {
                // TRUNCATE is refused for a foreign key of another table, also for one that is NOT ENFORCED.
                statement.execute(tables.stream()
                        .map(t -> "DELETE FROM " + t)
                        .collect(Collectors.joining(
                                "; ",
                                "SET session_replication_role = replica; ",
                                "; SET session_replication_role = DEFAULT")));
            }

            @Override
            public void close() throws SQLException {
                connection.close();
            }
        });
    }
}
