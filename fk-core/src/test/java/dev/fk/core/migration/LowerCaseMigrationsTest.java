package dev.fk.core.migration;

import static dev.fk.core.migration.Constraints.foreignKey;
import static dev.fk.core.model.Attributes.integer;
import static dev.fk.core.model.Attributes.string;
import static dev.fk.core.schema.ReferentialAction.CASCADE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fk.core.database.Database;
import dev.fk.core.dialect.Sql;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.testing.MySqlDatabase;
import dev.fk.core.testing.MySqlServers;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** On Windows MySQL and MariaDB store what a migration calls Customers as customers, and take both for the same. */
@Tag("thorough")
class LowerCaseMigrationsTest {
    private static final Migration CUSTOMERS = new Step("1-customers", q -> q.createTable(
                    "Customers", t -> t.column("id", integer().primaryKey()))
            .addColumn("Customers", "email", string(40))
            .insert("Customers", Map.of("id", 1, "email", "a")));
    private static final Migration ORDERS = new Step("2-orders", q -> q.createTable(
                    "Orders", t -> t.column("id", integer().primaryKey()))
            .addColumn("ORDERS", "customer_id", integer())
            .addConstraint(
                    "Orders",
                    foreignKey("customer_id")
                            .references("Customers", "id")
                            .onDelete(CASCADE)
                            .named("orders_customer"))
            .addIndex("Orders", "customer_id", "id")
            .together(g -> g.addColumn("Orders", "note", string(10)).removeColumn("Customers", "email")));
    private static final Migration BILLS =
            new Step("3-bills", q -> q.renameTable("Orders", "Bills").addColumn("Bills", "total", integer()));

    static List<MySqlServers.Server> lowering() {
        return MySqlServers.loweringTableNames().toList();
    }

    @ParameterizedTest
    @MethodSource("lowering")
    void finds_a_table_by_the_name_it_was_given(MySqlServers.Server server) throws SQLException {
        try (MySqlDatabase own = MySqlDatabase.on(server)) {
            Database database = own.database();
            Migrator migrator = Migrator.of(CUSTOMERS, ORDERS, BILLS);

            migrator.up(database);

            assertThat(database.query(new Sql("SELECT id FROM customers"))).hasSize(1);
            assertThat(database.query(new Sql("SELECT id, customer_id, note, total FROM bills")))
                    .isEmpty();
            assertThat(database.read()
                            .schema()
                            .table(QualifiedName.of("bills"))
                            .orElseThrow()
                            .foreignKeys())
                    .hasSize(1);

            migrator.undoAll(database);
            assertThat(database.read().schema().tables().keySet()).allMatch(CallHandler::isOwn);
        }
    }

    @ParameterizedTest
    @MethodSource("lowering")
    void still_misses_one_that_has_no_such_name(MySqlServers.Server server) throws SQLException {
        try (MySqlDatabase own = MySqlDatabase.on(server)) {
            Migration misspelt = new Step("2-orders", q -> q.addColumn("Custommers", "note", string(10)));

            assertThatThrownBy(() -> Migrator.of(CUSTOMERS, misspelt).up(own.database()))
                    .isInstanceOf(MigrationProblemsException.class)
                    .hasMessageContaining("There is no table Custommers; did you mean customers?");
        }
    }
}
