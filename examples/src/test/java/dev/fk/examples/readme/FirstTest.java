package dev.fk.examples.readme;

// snippet
import static dev.fk.assertj.SchemaAssertions.table;
import static dev.fk.core.schema.ReferentialAction.CASCADE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fk.core.model.annotation.*;
import dev.fk.junit.WithSchema;
import org.junit.jupiter.api.Test;

@WithSchema({Customer.class, Order.class})
class FirstTest {
    @Test
    void orders_go_with_their_customer() {
        assertThat(table("orders"))
                .hasForeignKey("customer_id")
                .referencing("customers", "id")
                .onDelete(CASCADE);
    }
}

@Table("customers")
record Customer(@Id @AutoIncrement int id, @Unique String email) {}

@Table("orders")
record Order(@Id @AutoIncrement int id, @BelongsTo(foreignKey = "customer_id", onDelete = CASCADE) Customer customer) {}
// end
