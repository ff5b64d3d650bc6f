package dev.fk.core.sync;

import static dev.fk.core.model.Attributes.integer;
import static dev.fk.core.model.Attributes.string;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fk.core.database.Database;
import dev.fk.core.dialect.Sql;
import dev.fk.core.model.Models;
import dev.fk.core.plan.Plan;
import dev.fk.core.plan.Risk;
import dev.fk.core.schema.CanonicalSchema;
import dev.fk.core.schema.Enforcement;
import dev.fk.core.schema.ReferentialAction;
import dev.fk.core.testing.EachServer;
import dev.fk.core.testing.Golden;
import dev.fk.core.testing.OnPostgres;
import dev.fk.core.testing.PostgresServer;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Steps that keep nobody who uses the tables waiting. */
@OnPostgres
class OnlineSyncTest {
    private static final Models BEFORE = Models.define(models -> {
        models.model("Customer", m -> m.tableName("customer")
                .attribute("id", integer().notNull())
                .attribute("email", string(90))
                .index(i -> i.named("customer_by_email").on("email"))
                .noPrimaryKey()
                .noTimestamps());
        models.model("Order", m -> m.tableName("orders")
                .attribute("id", integer().primaryKey().autoIncrement())
                .attribute("customerId", integer())
                .attribute("price", integer())
                .noTimestamps());
    });

    private static final Models AFTER = after(ReferentialAction.SET_NULL);

    private static Models after(ReferentialAction onDelete) {
        return Models.define(models -> {
            var customer = models.model("Customer", m -> m.tableName("customer")
                    .attribute("id", integer().primaryKey())
                    .attribute("email", string(90).notNull().unique("customer_email"))
                    .noTimestamps());
            var order = models.model("Order", m -> m.tableName("orders")
                    .attribute("id", integer().primaryKey().autoIncrement())
                    .attribute("price", integer())
                    .check("orders_price_positive", "price > 0")
                    .index(i -> i.named("orders_by_customer").on("customerId"))
                    .noTimestamps());
            customer.hasMany(order, a -> a.foreignKey("customerId").onDelete(onDelete));
        });
    }

    private static Sync online() {
        return Sync.alter()
                .allowing(Risk.DATA_DEPENDENT, Risk.DESTRUCTIVE)
                .online()
                .verifying();
    }

    private static Database before(PostgresServer postgres) {
        Database database = postgres.fresh();
        Sync.create().run(BEFORE, database);
        return database;
    }

    @Test
    void the_steps_on_postgresql(PostgresServer postgres) throws IOException {
        Plan plan = online().plan(AFTER, before(postgres));
        assertThat(plan.transactional()).isFalse();
        String steps = plan.steps().stream().map(s -> s.sql() + ";\n").collect(Collectors.joining());
        Golden.assertEqual("postgresql/online.sql", steps);
    }

    @Test
    void they_end_where_one_transaction_ends(PostgresServer postgres) {
        Database one = before(postgres);
        Database other = before(postgres);
        online().run(AFTER, one);
        Sync.alter().run(AFTER, other);
        assertThat(one.read()).isEqualTo(other.read());
        assertThat(Sync.alter().plan(AFTER, one).isEmpty()).isTrue();
        assertThat(Sync.force().online().verifying().run(AFTER, one).isEmpty()).isFalse();
    }

    @TestFactory
    Stream<DynamicTest> stopped_after_any_step_they_are_finished_by_running_them_again(PostgresServer postgres) {
        List<Sql> steps = online().plan(AFTER, before(postgres)).steps().stream()
                .map(s -> s.sql())
                .toList();
        return IntStream.range(1, steps.size())
                .mapToObj(after -> DynamicTest.dynamicTest("after " + after + " of " + steps.size(), () -> {
                    Database database = before(postgres);
                    steps.subList(0, after).forEach(database::execute);
                    online().run(AFTER, database);
                    assertThat(online().plan(AFTER, database).isEmpty()).isTrue();
                }));
    }

    @Test
    void rows_in_the_way_leave_a_constraint_that_is_not_valid_and_finished_once_they_are_gone(PostgresServer postgres) {
        Database database = before(postgres);
        online().run(AFTER, database);
        database.execute(new Sql("ALTER TABLE orders DROP CONSTRAINT \"orders_customerId_fkey\""));
        database.execute(new Sql("INSERT INTO orders (\"customerId\") VALUES (7)"));
        List<Sql> steps = online().plan(AFTER, database).steps().stream()
                .map(s -> s.sql())
                .toList();
        assertThat(steps).hasSize(2);
        database.execute(steps.get(0));
        CanonicalSchema half = database.read();
        assertThat(half.schema().table("orders").orElseThrow().foreignKeys())
                .singleElement()
                .matches(k -> k.enforcement() == Enforcement.NOT_VALID);
        database.execute(new Sql("DELETE FROM orders"));
        online().run(AFTER, database);
        assertThat(online().plan(AFTER, database).isEmpty()).isTrue();
    }

    /** Between the first step and the second everybody is at work: what they write has to have a parent. */
    @Test
    void another_action_leaves_no_time_without_the_foreign_key(PostgresServer postgres) {
        Database database = before(postgres);
        online().run(AFTER, database);
        Models restricting = after(ReferentialAction.RESTRICT);
        List<Sql> steps = online().plan(restricting, database).steps().stream()
                .map(s -> s.sql())
                .toList();
        assertThat(steps)
                .map(Sql::text)
                .containsExactly(
                        "ALTER TABLE \"orders\" DROP CONSTRAINT \"orders_customerId_fkey\", ADD CONSTRAINT"
                                + " \"orders_customerId_fkey\" FOREIGN KEY (\"customerId\") REFERENCES \"customer\""
                                + " (\"id\") ON DELETE RESTRICT ON UPDATE CASCADE NOT VALID",
                        "ALTER TABLE \"orders\" VALIDATE CONSTRAINT \"orders_customerId_fkey\"");
        database.execute(steps.get(0));
        assertThatThrownBy(() -> database.execute(new Sql("INSERT INTO orders (\"customerId\") VALUES (7)")))
                .hasMessageContaining("orders_customerId_fkey");
        online().run(restricting, database);
        assertThat(online().plan(restricting, database).isEmpty()).isTrue();
    }

    @TestFactory
    Stream<DynamicTest> the_mysql_family_has_the_usual_steps(PostgresServer postgres) {
        return EachServer.family()
                .map(server -> server.test("online", fresh -> {
                    Database database = Database.of(fresh.dataSource());
                    Sync.create().run(BEFORE, database);
                    assertThat(online().plan(AFTER, database))
                            .isEqualTo(Sync.alter().plan(AFTER, database));
                    online().run(AFTER, database);
                    assertThat(online().plan(AFTER, database).isEmpty()).isTrue();
                }));
    }
}
