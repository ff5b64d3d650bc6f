package dev.fk.examples.hibernate;

import static dev.fk.assertj.SchemaAssertions.schema;
import static dev.fk.assertj.SchemaAssertions.table;
import static dev.fk.core.schema.ReferentialAction.CASCADE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fk.core.source.CompositeSource;
import dev.fk.core.source.SchemaSource;
import dev.fk.examples.shop.ShopModels;
import dev.fk.junit.WithSchema;
import dev.fk.junit.hibernate.HibernateSource;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tables as Hibernate would create them, as a source like any other. */
@WithSchema(EntitiesTest.Entities.class)
class EntitiesTest {
    static final class Entities implements CompositeSource {
        @Override
        public List<SchemaSource> sources() {
            return List.of(HibernateSource.of(Customer.class, Order.class));
        }
    }

    @Test
    void orders_go_with_their_customer() {
        assertThat(table("orders"))
                .hasForeignKey("customer_id")
                .referencing("customers", "id")
                .onDelete(CASCADE);
    }

    @Test
    void entities_and_models_agree() {
        assertThat(schema()).isInSyncWith(ShopModels.MODELS);
    }

    @Test
    void the_fingerprint_is_what_hibernate_would_create() {
        String both = HibernateSource.of(Customer.class, Order.class).fingerprint();

        assertThat(HibernateSource.of(Customer.class, Order.class).fingerprint())
                .isEqualTo(both);
        assertThat(HibernateSource.of(Customer.class).fingerprint()).isNotEqualTo(both);
        assertThat(HibernateSource.of(Customer.class, Order.class)
                        .with("hibernate.id.db_structure_naming_strategy", "legacy")
                        .fingerprint())
                .isNotEqualTo(both);
    }
}
