package dev.fk.examples.liquibase;

import static dev.fk.assertj.SchemaAssertions.schema;
import static dev.fk.assertj.SchemaAssertions.table;
import static dev.fk.core.schema.ReferentialAction.CASCADE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fk.examples.shop.ShopModels;
import dev.fk.junit.WithSchema;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

@WithSchema(liquibase = "classpath:shop/liquibase/changelog.xml")
class ShopChangelogTest {
    @Test
    void changelog_and_models_agree() {
        assertThat(schema()).isInSyncWith(ShopModels.MODELS);
    }

    @Test
    void the_tables_of_liquibase_are_left_as_they_are() {
        assertThat(schema()).hasOnlyTables("customers", "orders", "databasechangelog", "databasechangeloglock");
    }

    @Test
    @WithSchema(scripts = "classpath:shop/scripts/rows.sql")
    void rows_of_a_script_are_in_the_tables_of_the_changelog(Connection connection) throws SQLException {
        assertThat(table("orders")).hasForeignKey("customer_id").onDelete(CASCADE);
        try (ResultSet row = connection
                .createStatement()
                .executeQuery("SELECT email, count(*) FROM customers JOIN orders ON customer_id = customers.id"
                        + " GROUP BY email")) {
            assertThat(row.next()).isTrue();
            assertThat(row.getString(1)).isEqualTo("ann;o'neil@example.org");
            assertThat(row.getInt(2)).isEqualTo(2);
        }
    }
}
