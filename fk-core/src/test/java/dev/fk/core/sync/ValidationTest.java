package dev.fk.core.sync;

import static dev.fk.core.model.Attributes.bigInteger;
import static dev.fk.core.model.Attributes.integer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fk.core.database.Database;
import dev.fk.core.dialect.Sql;
import dev.fk.core.model.Models;
import dev.fk.core.plan.Plan;
import dev.fk.core.schema.Enforcement;
import dev.fk.core.schema.ForeignKey;
import dev.fk.core.testing.OnPostgres;
import dev.fk.core.testing.PostgresServer;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A foreign key that is there NOT VALID is validated; nobody does without it meanwhile. */
@OnPostgres
class ValidationTest {
    private static final Models NARROW = models(false);
    private static final Models WIDE = models(true);

    private static Models models(boolean wide) {
        return Models.define(models -> {
            var customer = models.model("Customer", m -> m.tableName("customer")
                    .attribute("id", (wide ? bigInteger() : integer()).primaryKey())
                    .noTimestamps());
            var order = models.model("Order", m -> m.tableName("orders")
                    .attribute("id", integer().primaryKey())
                    .noTimestamps());
            order.belongsTo(customer, a -> a.foreignKey("customer_id"));
        });
    }

    private static Database notValid(PostgresServer postgres) {
        Database database = Database.of(postgres.freshDataSource());
        Sync.create().run(NARROW, database);
        database.execute(new Sql("ALTER TABLE orders DROP CONSTRAINT orders_customer_id_fkey"));
        database.execute(new Sql("INSERT INTO orders (id, customer_id) VALUES (1, 7)"));
        database.execute(new Sql("ALTER TABLE orders ADD FOREIGN KEY (customer_id) REFERENCES customer (id)"
                + " ON DELETE SET NULL ON UPDATE CASCADE NOT VALID"));
        return database;
    }

    private static List<ForeignKey> there(Database database) {
        return database.read().schema().table("orders").orElseThrow().foreignKeys();
    }

    private static List<String> statements(Plan plan) {
        return plan.steps().stream().map(s -> s.sql().text()).toList();
    }

    @Test
    void one_statement_looks_at_the_rows_that_are_there(PostgresServer postgres) {
        Database database = notValid(postgres);
        database.execute(new Sql("DELETE FROM orders"));

        assertThat(statements(Sync.alter().plan(NARROW, database)))
                .containsExactly("ALTER TABLE \"orders\" VALIDATE CONSTRAINT \"orders_customer_id_fkey\"");
        Sync.alter().run(NARROW, database);

        assertThat(there(database)).singleElement().matches(k -> k.enforcement() == Enforcement.ENFORCED);
    }

    @Test
    void an_orphan_leaves_the_foreign_key_as_it_was(PostgresServer postgres) {
        Database database = notValid(postgres);

        Plan plan = Sync.alter().plan(NARROW, database);
        assertThat(plan.toString()).contains("fails if orders.customer_id has orphans");
        assertThatThrownBy(() -> Sync.alter().run(NARROW, database)).hasMessageContaining("id = 1, customer_id = 7");
        assertThatThrownBy(() -> database.execute(plan.steps().get(0).sql()));

        assertThat(there(database)).singleElement().matches(k -> k.enforcement() == Enforcement.NOT_VALID);
    }

    @Test
    void it_goes_and_comes_back_where_its_columns_become_others(PostgresServer postgres) {
        Database database = notValid(postgres);
        database.execute(new Sql("DELETE FROM orders"));

        assertThat(statements(Sync.alter().plan(WIDE, database)))
                .hasSize(4)
                .first()
                .isEqualTo("ALTER TABLE \"orders\" DROP CONSTRAINT \"orders_customer_id_fkey\"");
        Sync.alter().run(WIDE, database);

        assertThat(there(database)).singleElement().matches(k -> k.enforcement() == Enforcement.ENFORCED);
        assertThat(Sync.alter().plan(WIDE, database).isEmpty()).isTrue();
    }
}
