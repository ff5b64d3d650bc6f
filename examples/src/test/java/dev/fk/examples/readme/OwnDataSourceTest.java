package dev.fk.examples.readme;

import static dev.fk.assertj.SchemaAssertions.schema;
import static dev.fk.assertj.SchemaAssertions.table;
import static dev.fk.core.schema.ReferentialAction.CASCADE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fk.core.database.Database;
import dev.fk.junit.WithSchema;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@WithSchema(flyway = "classpath:shop/flyway")
// snippet
class OwnDataSourceTest {
    private final Database shop;

    OwnDataSourceTest(DataSource dataSource) { // Spring's, a pool's, that of a container: what your tests have already
        shop = Database.of(dataSource);
    }

    @Test
    void orders_go_with_their_customer() {
        assertThat(table(shop, "orders"))
                .hasForeignKey("customer_id")
                .referencing("customers", "id")
                .onDelete(CASCADE)
                .isEnforced();
        assertThat(schema(shop)).hasNoOrphans();
    }
}
// end
