package consumer;

import static dev.fk.assertj.SchemaAssertions.table;
import static dev.fk.core.schema.ReferentialAction.CASCADE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fk.core.database.Database;
import dev.fk.core.dialect.Sql;
import dev.fk.junit.WithSchema;
import org.junit.jupiter.api.Test;

/** Fails, and has to: what it says is compared with failure.txt. */
@WithSchema({Customer.class, Order.class})
class BrokenOrderTest {
    @Test
    void the_foreign_key_is_gone(Database database) {
        database.execute(new Sql("ALTER TABLE orders DROP CONSTRAINT orders_customer_id_fkey"));
        assertThat(table("orders"))
                .hasForeignKey("customer_id")
                .referencing("customers", "id")
                .onDelete(CASCADE);
    }
}
