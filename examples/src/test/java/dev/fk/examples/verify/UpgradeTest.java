package dev.fk.examples.verify;

import static dev.fk.assertj.SchemaAssertions.table;
import static dev.fk.core.schema.ReferentialAction.CASCADE;
import static dev.fk.examples.verify.Rows.emailOfOrder;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fk.core.database.Database;
import dev.fk.core.dialect.Sql;
import dev.fk.core.source.Migrations;
import dev.fk.core.sync.SyncMode;
import dev.fk.junit.WithSchema;
import dev.fk.junit.verify.MigrationVerification;
import org.junit.jupiter.api.Test;

// snippet
@WithSchema(flyway = "classpath:shop/upgrade")
class UpgradeTest implements MigrationVerification {
    @Test
    @WithSchema(sync = SyncMode.NONE)
    void orders_without_customer_become_those_of_nobody(Migrations migrations, Database database) {
        migrations.to("2");
        database.execute(new Sql("INSERT INTO orders (id) VALUES (10)"));

        migrations.toHead();

        assertThat(emailOfOrder(10, database)).isEqualTo("nobody@example.org");
        assertThat(table("orders")).hasForeignKey("customer_id").onDelete(CASCADE);
    }
}
// end
