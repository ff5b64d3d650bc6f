package dev.fk.assertj;

import static dev.fk.assertj.SchemaAssertions.schema;
import static dev.fk.assertj.SchemaAssertions.table;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fk.core.database.Database;
import org.junit.jupiter.api.Test;

/** {@code preferQueryMode=simple}, as behind PgBouncer: the server is told no types of parameters. */
class SimpleQueriesTest {
    @Test
    void are_enough_for_trying_out_foreign_keys() throws Exception {
        Engine.POSTGRESQL.server().fresh((database, url) -> {
            TestServer.execute(
                    database.dataSource(),
                    "CREATE TABLE person (id int PRIMARY KEY)",
                    "CREATE TABLE orders (id int PRIMARY KEY, person int REFERENCES person ON DELETE CASCADE)");
            Database simple = Database.at(url + "&preferQueryMode=simple");

            assertThat(table(simple, "orders"))
                    .hasForeignKey("person")
                    .isEnforced()
                    .cascadesDeletes();
            assertThat(schema(simple))
                    .deleting("person")
                    .cascadesOnlyTo("orders")
                    .isProven();
        });
    }
}
