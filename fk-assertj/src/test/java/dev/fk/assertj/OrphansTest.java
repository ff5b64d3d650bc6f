package dev.fk.assertj;

import static dev.fk.assertj.SchemaAssertions.schema;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.fk.core.database.Database;
import dev.fk.core.database.DatabaseException;
import java.sql.Connection;
import java.sql.Statement;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Rows that came in while nobody checked foreign keys. */
@Tag("thorough")
class OrphansTest {
    @ParameterizedTest
    @EnumSource(Engine.class)
    void are_found_though_the_server_took_them(Engine engine) throws Exception {
        boolean standard = engine == Engine.POSTGRESQL;
        engine.server().fresh((database, url) -> {
            TestServer.execute(
                    database.dataSource(),
                    "CREATE TABLE customers (id integer PRIMARY KEY)",
                    "CREATE TABLE orders (id integer PRIMARY KEY, customer_id integer,"
                            + " FOREIGN KEY (customer_id) REFERENCES customers (id))",
                    "INSERT INTO customers VALUES (1)",
                    "INSERT INTO orders VALUES (10, 1), (11, NULL)");
            assertThat(schema(database)).hasNoOrphans();

            TestServer.execute(
                    database.dataSource(),
                    standard ? "SET session_replication_role = replica" : "SET foreign_key_checks = 0",
                    "INSERT INTO orders VALUES (12, 7), (13, 8)",
                    standard ? "SET session_replication_role = DEFAULT" : "SET foreign_key_checks = 1");
            String message = catchThrowable(() -> assertThat(schema(database)).hasNoOrphans())
                    .getMessage();
            Golden.verify(engine, "texts/orphans", message.replaceAll("\n  db  : .*", ""));
        });
    }

    @Test
    void are_found_also_of_tables_in_a_schema_that_is_not_in_view() throws Exception {
        Engine.POSTGRESQL.server().fresh((database, url) -> {
            TestServer.execute(
                    database.dataSource(),
                    "CREATE SCHEMA crm",
                    "CREATE TABLE crm.customers (id integer PRIMARY KEY)",
                    "CREATE TABLE orders (id integer PRIMARY KEY, customer_id integer)",
                    "INSERT INTO orders VALUES (12, 7)",
                    "ALTER TABLE orders ADD FOREIGN KEY (customer_id) REFERENCES crm.customers NOT VALID");

            assertThat(catchThrowable(() -> assertThat(schema(database)).hasNoOrphans()))
                    .hasMessageContaining("1 row of orders with a customer_id that is in no row of crm.customers(id)");
        });
    }

    @Test
    void are_not_taken_for_absent_where_the_server_did_not_say() throws Exception {
        Engine.POSTGRESQL.server().fresh((database, url) -> {
            TestServer.execute(
                    database.dataSource(),
                    "CREATE TABLE customers (id integer PRIMARY KEY)",
                    "CREATE TABLE orders (id integer PRIMARY KEY, customer_id integer)",
                    "INSERT INTO orders VALUES (12, 7)",
                    "ALTER TABLE orders ADD FOREIGN KEY (customer_id) REFERENCES customers NOT VALID");
            Database hasty = Database.at(url + "&options=-c%20lock_timeout=50");
            try (Connection other = database.dataSource().getConnection();
                    Statement statement = other.createStatement()) {
                other.setAutoCommit(false);
                statement.execute("LOCK TABLE orders IN ACCESS EXCLUSIVE MODE");

                assertThat(catchThrowable(() -> assertThat(schema(hasty)).hasNoOrphans()))
                        .isInstanceOf(DatabaseException.class)
                        .hasMessageContaining("Cannot tell which rows have no parent")
                        .hasMessageContaining("lock timeout");
            }
        });
    }
}
