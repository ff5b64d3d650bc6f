package dev.fk.examples.seed003;

import static dev.fk.assertj.SchemaAssertions.table;
import static dev.fk.core.migration.Constraints.foreignKeyOn;
import static dev.fk.core.schema.ReferentialAction.CASCADE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fk.core.cli.Fk;
import dev.fk.core.database.Database;
import dev.fk.core.database.PartialTransactionException;
import dev.fk.core.migration.Migration;
import dev.fk.core.migration.Migrator;
import dev.fk.core.migration.QueryInterface;
import dev.fk.core.schema.ForeignKey;
import dev.fk.junit.WithSchema;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@WithSchema(OrderMigrations.class)
@DisplayName("Seed 003: finding and dropping a foreign key that nobody named")
class DropForeignKeyTest {
    private static String nameOf(Database database) {
        ForeignKey key =
                QueryInterface.of(database).getForeignKeyReferences("orders").get(0);
        return key.name().orElseThrow();
    }

    private static boolean isPostgres(Database database) {
        return database.server().product().equals("PostgreSQL");
    }

    @Test
    void the_name_is_found_in_the_catalog(Database database) {
        assertThat(nameOf(database)).isEqualTo(isPostgres(database) ? "orders_customer_id_fkey" : "orders_ibfk_1");
        assertThat(table("orders"))
                .hasForeignKey("customer_id")
                .named(nameOf(database))
                .onDelete(CASCADE);
    }

    @Test
    void a_command_lists_it_with_its_name(Database database) {
        StringWriter printed = new StringWriter();
        PrintWriter out = new PrintWriter(printed);
        assertThat(Fk.run(database.dataSource(), out, out, "db:constraints", "--table", "orders", "--foreign-keys"))
                .isZero();
        assertThat(printed.toString().lines().skip(1))
                .singleElement()
                .asString()
                .matches("orders +" + nameOf(database)
                        + " +FOREIGN KEY \\(customer_id\\) REFERENCES customers \\(id\\) ON DELETE CASCADE.*");
    }

    @Test
    void raw_sql_drops_it_by_that_name(Database database) {
        QueryInterface.of(database).sql("ALTER TABLE orders DROP CONSTRAINT " + nameOf(database));
        assertThat(table("orders")).doesNotHaveForeignKey("customer_id");
    }

    @Test
    void a_transaction_drops_it_by_that_name(Database database) {
        String name = nameOf(database);
        QueryInterface.of(database).transaction(q -> q.removeConstraint("orders", name));
        assertThat(table("orders")).doesNotHaveForeignKey("customer_id");
    }

    @Test
    void a_transaction_that_fails_takes_it_back_on_postgresql_and_says_so_where_it_cannot(Database database) {
        String name = nameOf(database);
        QueryInterface queries = QueryInterface.of(database);
        Class<? extends Exception> failure =
                isPostgres(database) ? IllegalStateException.class : PartialTransactionException.class;
        assertThatThrownBy(() -> queries.transaction(
                        q -> q.removeConstraint("orders", name).dropTable("nowhere")))
                .isInstanceOf(failure)
                .hasMessageContaining("There is no table nowhere");
        assertThat(QueryInterface.of(database).getForeignKeyReferences("orders"))
                .hasSize(isPostgres(database) ? 1 : 0);
    }

    @Test
    void a_migration_drops_it_by_its_columns_and_gives_it_back_under_its_name(Database database) {
        String name = nameOf(database);
        Migrator migrator = Migrator.of(new OrderMigrations.CreateOrders(), new DropForeignKey());
        assertThat(migrator.up(database)).containsExactly("20240206-drop-foreign-key");
        assertThat(table("orders")).doesNotHaveForeignKey("customer_id");

        migrator.undo(database);
        assertThat(table("orders"))
                .hasForeignKey("customer_id")
                .referencing("customers", "id")
                .named(name)
                .onDelete(CASCADE);
    }

    private static final class DropForeignKey implements Migration {
        @Override
        public String id() {
            return "20240206-drop-foreign-key";
        }

        @Override
        public void up(QueryInterface q) {
            q.removeConstraint("orders", foreignKeyOn("customer_id"));
        }
    }
}
