package consumer;

import static dev.fk.assertj.SchemaAssertions.table;
import static dev.fk.core.schema.ReferentialAction.CASCADE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fk.assertj.SchemaSoftAssertions;
import dev.fk.junit.WithSchema;
import java.sql.ResultSet;
import java.sql.Statement;
import javax.sql.DataSource;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Passes. */
@WithSchema({Customer.class, Order.class})
class OrderTest {
    @Test
    void orders_go_with_their_customer() {
        assertThat(table("orders"))
                .hasForeignKey("customer_id")
                .referencing("customers", "id")
                .onDelete(CASCADE);
    }

    @Test
    void soft_assertions_work() {
        SchemaSoftAssertions softly = new SchemaSoftAssertions();
        softly.assertThat(table("orders")).exists();
        softly.assertThat(table("customers")).hasUniqueKey("email");
        softly.assertAll();
    }

    @RepeatedTest(2)
    void every_test_finds_its_database_as_declared(DataSource dataSource) throws Exception {
        try (var connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("INSERT INTO customers (email) VALUES ('ann@example.org')");
            try (ResultSet count = statement.executeQuery("SELECT count(*) FROM customers")) {
                count.next();
                assertThat(count.getInt(1)).isEqualTo(1);
            }
        }
    }

    @Nested
    class NestedTest {
        @Test
        void has_one_as_well() {
            assertThat(table("orders")).exists();
        }
    }
}
