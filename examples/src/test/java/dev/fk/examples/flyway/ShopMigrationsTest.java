package dev.fk.examples.flyway;

// snippet
import static dev.fk.assertj.SchemaAssertions.schema;
import static dev.fk.assertj.SchemaAssertions.table;
import static dev.fk.core.schema.ReferentialAction.CASCADE;
import static dev.fk.core.schema.ReferentialAction.NO_ACTION;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fk.core.model.Models;
import dev.fk.core.model.annotation.*;
import dev.fk.junit.WithSchema;
import org.junit.jupiter.api.Test;

@WithSchema(flyway = "classpath:shop/flyway")
class ShopMigrationsTest {
    @Test
    void migrations_and_models_agree() {
        assertThat(schema()).isInSyncWith(Models.of(Customer.class, Order.class));
    }

    @Test
    void orders_go_with_their_customer() {
        assertThat(table("orders"))
                .hasForeignKey("customer_id")
                .referencing("customers", "id")
                .onDelete(CASCADE);
    }
    // end

    @Test
    void the_history_of_flyway_is_left_as_it_is() {
        assertThat(schema()).hasOnlyTables("customers", "orders", "flyway_schema_history");
    }

    @Table("customers")
    record Customer(@Id int id, @Unique String email) {}

    @Table("orders")
    @Index(value = "customer_id", name = "orders_by_customer")
    record Order(
            @Id int id,
            @BelongsTo(foreignKey = "customer_id", onDelete = CASCADE, onUpdate = NO_ACTION) Customer customer) {}
}
