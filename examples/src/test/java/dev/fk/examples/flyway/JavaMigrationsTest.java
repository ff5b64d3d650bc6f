package dev.fk.examples.flyway;

import static dev.fk.assertj.SchemaAssertions.schema;
import static dev.fk.assertj.SchemaAssertions.table;
import static dev.fk.core.schema.ReferentialAction.CASCADE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fk.core.source.Migrations;
import dev.fk.core.sync.SyncMode;
import dev.fk.junit.WithSchema;
import dev.fk.junit.verify.MigrationVerification;
import org.junit.jupiter.api.Test;

/** Migrations that are classes, one of them repeatable. */
@WithSchema(flyway = "classpath:dev/fk/examples/flyway/classes")
class JavaMigrationsTest implements MigrationVerification {
    @Test
    void build_foreign_keys() {
        assertThat(table("orders"))
                .hasForeignKey("customer_id")
                .referencing("customers", "id")
                .onDelete(CASCADE);
    }

    @Test
    @WithSchema(sync = SyncMode.NONE)
    void what_is_repeatable_runs_last(Migrations migrations) {
        migrations.to("2");
        assertThat(schema()).doesNotHaveView("orders_of_customers");

        migrations.toHead();

        assertThat(schema()).hasView("orders_of_customers");
    }
}
