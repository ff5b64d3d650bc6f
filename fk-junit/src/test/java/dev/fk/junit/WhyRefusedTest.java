package dev.fk.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fk.core.model.annotation.BelongsTo;
import dev.fk.core.model.annotation.Id;
import dev.fk.core.model.annotation.Table;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands under the failure of a test whose statement the server has refused. */
@Tag("thorough")
@ExtendWith(TestKit.Provider.class)
class WhyRefusedTest {
    @Table("owner")
    record Owner(@Id int id) {}

    @Table("pet")
    record Pet(@Id int id, @BelongsTo(foreignKey = "owner_id") Owner owner) {}

    private static TestKit.Run run(TestKit kit, String dialect) {
        return dialect.equals("postgresql")
                ? kit.run(List.of(TestCases.class), "fk.keep", "never")
                : TestKit.runWith(
                        List.of(TestCases.class),
                        Map.of("fk.keep", "never", "fk.dialect", dialect, "fk.provider", "embedded"));
    }

    private static String why(Throwable failure) {
        return Stream.of(failure.getSuppressed())
                .filter(WhyRefused.class::isInstance)
                .map(Throwable::getMessage)
                .collect(Collectors.joining("\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgresql", "mariadb"})
    void says_why_with_the_values_of_the_statement(String dialect, TestKit kit) {
        TestKit.Run run = run(kit, dialect).finished(0, 5, 0);

        String orphan = why(run.failure("leaves_an_orphan"));
        assertThat(orphan)
                .startsWith("a statement of this test was refused; as the database is now that the test is over:\n"
                        + "    INSERT INTO pet (id, owner_id) VALUES (1, 7)\n    why : ")
                .contains(
                        "A row of pet(owner_id) [pet_",
                        "would refer to a row of owner(id) that does not exist\n    seen: owner_id = 7\n");
        assertThat(why(run.failure("leaves_an_orphan_in_a_transaction"))).isEqualTo(orphan);
        assertThat(why(run.failure("leaves_an_orphan_in_a_batch"))).isEqualTo(orphan);
        assertThat(why(run.failure("misspells_a_table"))).contains("There is no table pets", "pet");
        assertThat(why(run.failure("fails_for_another_reason"))).isEmpty();
    }

    @WithSchema({Owner.class, Pet.class})
    static class TestCases {
        private static void insert(Connection connection) throws SQLException {
            try (PreparedStatement statement =
                    connection.prepareStatement("INSERT INTO pet (id, owner_id) VALUES (?, ?)")) {
                statement.setInt(1, 1);
                statement.setInt(2, 7);
                statement.executeUpdate();
            }
        }

        @Test
        void leaves_an_orphan(Connection connection) throws SQLException {
            insert(connection);
        }

        @Test
        void leaves_an_orphan_in_a_transaction(DataSource dataSource) {
            try (Connection connection = dataSource.getConnection()) {
                connection.setAutoCommit(false);
                insert(connection);
                connection.commit();
            } catch (SQLException e) {
                throw new IllegalStateException("as frameworks do", e);
            }
        }

        @Test
        void leaves_an_orphan_in_a_batch(Connection connection) throws SQLException {
            try (Statement statement = connection.createStatement()) {
                statement.addBatch("INSERT INTO owner (id) VALUES (1)");
                statement.addBatch("INSERT INTO pet (id, owner_id) VALUES (1, 7)");
                statement.addBatch("INSERT INTO pet (id, owner_id) VALUES (2, 1)");
                statement.executeBatch();
            }
        }

        @Test
        void misspells_a_table(DataSource dataSource) throws SQLException {
            Notes.execute(dataSource, "DELETE FROM pets");
        }

        @Test
        void fails_for_another_reason(Connection connection) {
            assertThatThrownBy(() -> insert(connection)).isInstanceOf(SQLException.class);
            throw new AssertionError("on purpose");
        }
    }
}
