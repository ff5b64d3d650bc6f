package dev.fk.core.rule;

import static dev.fk.core.rule.RuleDefinition.foreignKeys;
import static dev.fk.core.rule.RuleDefinition.indexes;
import static dev.fk.core.rule.RuleDefinition.tables;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fk.core.database.Database;
import dev.fk.core.dialect.Sql;
import dev.fk.core.testing.MySqlDatabase;
import dev.fk.core.testing.MySqlServers;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A rule means the tables and columns that the server takes its names for. */
@Tag("thorough")
class SpellingOfRulesTest {
    static List<MySqlServers.Server> lowering() {
        return MySqlServers.loweringTableNames().toList();
    }

    @ParameterizedTest
    @MethodSource("lowering")
    void names_without_case_are_found_in_any(MySqlServers.Server server) throws SQLException {
        try (MySqlDatabase own = MySqlDatabase.on(server)) {
            Database database = own.database();
            database.execute(new Sql("CREATE TABLE Customers (id int PRIMARY KEY)"));
            database.execute(new Sql("CREATE TABLE Orders (id int PRIMARY KEY, Customer_Id int,"
                    + " FOREIGN KEY (Customer_Id) REFERENCES Customers (id) ON DELETE CASCADE)"));
            Target target = new Target(database.read(), database.dialect(), database.server());

            Rule cascade = foreignKeys()
                    .that()
                    .reference("Customers")
                    .and()
                    .haveColumns("customer_id")
                    .should()
                    .cascadeOnDelete();
            assertThat(cascade.check(target).subjects()).isOne();
            assertThat(cascade.check(target).findings()).isEmpty();
            for (Rule broken : List.of(
                    foreignKeys().shouldNot().reference("CUSTOMERS"),
                    tables().shouldNot().reference("Customers"),
                    tables().shouldNot().haveColumn("customer_id"),
                    indexes().shouldNot().beginWith("CUSTOMER_ID"))) {
                assertThat(broken.check(target).findings())
                        .as(broken.toString())
                        .hasSize(1);
            }
        }
    }

    @Test
    void names_with_case_are_not() {
        assertThat(foreignKeys()
                        .that()
                        .reference("Participant")
                        .should()
                        .cascadeOnDelete()
                        .check(Chats.usual())
                        .subjects())
                .isZero();
        assertThat(foreignKeys()
                        .shouldNot()
                        .haveColumns("participantno")
                        .check(Chats.usual())
                        .findings())
                .isEmpty();
    }
}
