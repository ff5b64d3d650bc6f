package dev.fk.examples.liquibase;

import static dev.fk.assertj.SchemaAssertions.schema;
import static dev.fk.assertj.SchemaAssertions.table;
import static dev.fk.core.schema.ReferentialAction.CASCADE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fk.core.source.Migrations;
import dev.fk.core.sync.SyncMode;
import dev.fk.junit.WithSchema;
import dev.fk.junit.verify.MigrationVerification;
import org.junit.jupiter.api.Test;

/** A changelog of which one changeset runs each time, and one never. */
@WithSchema(liquibase = "classpath:shop/liquibase/each-time.xml")
class EachTimeTest implements MigrationVerification {
    @Test
    @WithSchema(sync = SyncMode.NONE)
    void all_have_run_in_the_end(Migrations migrations) {
        migrations.to("orders");
        assertThat(table("orders")).hasNoForeignKeys();

        migrations.toHead();

        assertThat(table("orders")).hasForeignKey("customer_id").onDelete(CASCADE);
    }

    @Test
    @WithSchema(sync = SyncMode.NONE)
    void what_is_undone_is_what_ran_and_not_what_runs_each_time(Migrations migrations) {
        migrations.toHead();

        migrations.undo();
        migrations.undo();

        assertThat(schema()).hasView("customers_of_today");
        assertThat(table("orders")).doesNotExist();
        assertThat(table("customers")).exists();
    }
}
