package dev.fk.examples.flyway;

import static dev.fk.assertj.SchemaAssertions.schema;
import static dev.fk.assertj.SchemaAssertions.table;
import static dev.fk.core.schema.ReferentialAction.CASCADE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fk.examples.shop.ShopModels;
import dev.fk.junit.WithSchema;
import org.junit.jupiter.api.Test;

// snippet
@WithSchema(flyway = "classpath:shop/flyway")
class ShopMigrationsTest {
    @Test
    void migrations_and_models_agree() {
        assertThat(schema()).isInSyncWith(ShopModels.MODELS);
    }

    @Test
    @WithSchema(scripts = "classpath:shop/scripts/rows.sql")
    void orders_go_with_their_customer() {
        assertThat(table("orders"))
                .hasForeignKey("customer_id")
                .referencing("customers", "id")
                .onDelete(CASCADE);
    }
}
// end
