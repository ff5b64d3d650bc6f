package dev.fk.examples.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.fk.core.source.MigrationSet;
import dev.fk.core.source.Migrations;
import dev.fk.core.source.SchemaHistory;
import dev.fk.core.sync.SyncMode;
import dev.fk.junit.WithSchema;
import dev.fk.junit.flyway.FlywaySource;
import dev.fk.junit.verify.VerificationExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Migrations on their way, in tests that want none of the ready ones. */
@ExtendWith(VerificationExtension.class)
@WithSchema(flyway = "classpath:shop/upgrade", sync = SyncMode.NONE)
class StepsTest {
    @Test
    void it_is_known_which_migration_made_a_foreign_key_what_it_is(Migrations migrations) {
        SchemaHistory history = migrations.record();

        assertThat(history.ofForeignKey("orders", "customer_id"))
                .map(Object::toString)
                .containsExactly(
                        "V3__orders_belong_to_customers.sql added foreign key orders(customer_id) REFERENCES customers"
                                + " (id) [orders_of_customer]",
                        "V4__customers_take_their_orders_along.sql changed foreign key orders(customer_id) REFERENCES"
                                + " customers (id) [orders_of_customer] to foreign key orders(customer_id) REFERENCES"
                                + " customers (id) ON DELETE CASCADE [orders_of_customer]");
        assertThat(history.ofConstraint("orders", "orders_of_customer")).hasSize(2);
        assertThat(history.ofColumn("orders", "customer_id"))
                .singleElement()
                .hasToString("V2__orders.sql added column orders.customer_id INTEGER");
        assertThat(history.ofTable("nowhere")).isEmpty();
    }

    @Test
    void repeatable_migrations_are_the_last_step(Migrations migrations) {
        assertThat(migrations.steps())
                .map(Object::toString)
                .startsWith("V1__customers.sql")
                .endsWith("R__orders_of_customers.sql");

        migrations.to("V4__customers_take_their_orders_along.sql");

        assertThat(migrations.pending()).singleElement().hasToString("R__orders_of_customers.sql");
        migrations.toHead();
        assertThat(migrations.pending()).isEmpty();
    }

    @Test
    void a_migration_that_there_is_not_is_an_error(Migrations migrations) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> migrations.to("V3__orders_belong_to_customer.sql"))
                .withMessageContaining("did you mean")
                .withMessageContaining("The migrations are: 1, 2, 3, 4, repeatable.");
        migrations.to("3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> migrations.to("1"))
                .withMessageContaining(
                        "V1__customers.sql has run already, and V3__orders_belong_to_customers.sql after");
    }

    @Test
    void problems_are_found_without_a_database() {
        assertThat(MigrationSet.of(FlywaySource.of("classpath:shop/upgrade")).problems())
                .isEmpty();
        assertThat(MigrationSet.of(FlywaySource.of("classpath:broken/duplicate-version"))
                        .problems())
                .singleElement()
                .hasToString("broken/duplicate-version/V2__orders.sql: version 2 is also that of"
                        + " broken/duplicate-version/V2__invoices.sql, and Flyway runs neither. Give the one that has run"
                        + " nowhere yet the next version.");
    }
}
