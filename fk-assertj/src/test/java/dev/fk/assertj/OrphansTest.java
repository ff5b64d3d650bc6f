package dev.fk.assertj;

import static dev.fk.assertj.SchemaAssertions.schema;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

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

    @ParameterizedTest
    @EnumSource(names = {"MYSQL", "MARIADB"})
    void are_found_by_sessions_that_check_nothing_and_where_there_is_no_such_table(Engine engine) throws Exception {
        engine.server().fresh((database, url) -> {
            TestServer.execute(
                    database.dataSource(),
                    "CREATE TABLE customers (id integer PRIMARY KEY, code char(5) UNIQUE, name varchar(5) UNIQUE)",
                    "CREATE TABLE orders (id integer PRIMARY KEY, customer_id integer, code char(3),"
                            + " FOREIGN KEY (customer_id) REFERENCES customers (id),"
                            + " FOREIGN KEY (code) REFERENCES customers (code))",
                    "SET foreign_key_checks = 0",
                    "CREATE TABLE items (id integer PRIMARY KEY, order_id integer,"
                            + " FOREIGN KEY (order_id) REFERENCES gone (id))",
                    "INSERT INTO orders VALUES (12, 7, 'x')",
                    "INSERT INTO items VALUES (1, 2)",
                    "SET foreign_key_checks = 1");
            Database unchecked = Database.at(url + "&sessionVariables=foreign_key_checks=0");

            assertThat(catchThrowable(() -> assertThat(schema(unchecked)).hasNoOrphans()))
                    .hasMessageContaining("1 row of orders with a customer_id that is in no row of customers(id)")
                    .hasMessageContaining("1 row of orders with a code that is in no row of customers(code)")
                    .hasMessageContaining("1 row of items with an order_id that is in no row of gone(id)");
        });
    }

    @ParameterizedTest
    @EnumSource(names = {"MYSQL", "MARIADB"})
    void cannot_be_told_where_types_differ(Engine engine) throws Exception {
        engine.server().fresh((database, url) -> {
            TestServer.execute(
                    database.dataSource(),
                    "CREATE TABLE customers (name varchar(5) PRIMARY KEY)",
                    "CREATE TABLE orders (name char(5), FOREIGN KEY (name) REFERENCES customers (name))");

            assertThat(catchThrowable(() -> assertThat(schema(database)).hasNoOrphans()))
                    .hasMessageContaining("but of some foreign keys that cannot be told")
                    .hasMessageContaining("have: orders(name)")
                    .hasMessageContaining("do  : Give the columns of both tables the same types.");
        });
    }

    @Test
    void are_rows_whose_period_is_not_covered() throws Exception {
        Engine.POSTGRESQL.server().fresh((database, url) -> {
            assumeTrue(database.server().version().isAtLeast(18, 0), "PostgreSQL has them since 18");
            TestServer.execute(
                    database.dataSource(),
                    "CREATE TABLE price (item int4range, at daterange, PRIMARY KEY (item, at WITHOUT OVERLAPS))",
                    "CREATE TABLE sale (item int4range, at daterange, PRIMARY KEY (item, at WITHOUT OVERLAPS),"
                            + " FOREIGN KEY (item, PERIOD at) REFERENCES price (item, PERIOD at))",
                    "INSERT INTO price VALUES ('[1,2)', '[2024-01-01,2024-07-01)'), ('[1,2)', '[2024-07-01,2025-01-01)')",
                    "INSERT INTO sale VALUES ('[1,2)', '[2024-06-01,2024-08-01)')");
            assertThat(schema(database)).hasNoOrphans();

            TestServer.execute(
                    database.dataSource(),
                    "SET session_replication_role = replica",
                    "INSERT INTO sale VALUES ('[1,2)', '[2024-12-01,2025-02-01)'), ('[2,3)', '[2024-01-01,2024-02-01)')",
                    "SET session_replication_role = DEFAULT");
            assertThat(catchThrowable(() -> assertThat(schema(database)).hasNoOrphans()))
                    .hasMessageContaining("2 rows of sale with a (item, at) that is in no row of price(item, at)");
        });
    }

    @Test
    void are_not_looked_for_where_no_key_is_enforced() throws Exception {
        Engine.POSTGRESQL.server().fresh((database, url) -> {
            assumeTrue(database.server().version().isAtLeast(18, 0), "PostgreSQL has them since 18");
            TestServer.execute(
                    database.dataSource(),
                    "CREATE TABLE customers (id integer PRIMARY KEY)",
                    "CREATE TABLE orders (customer_id integer REFERENCES customers NOT ENFORCED)");

            assertThat(catchThrowable(() -> assertThat(schema(database)).hasNoOrphans()))
                    .hasMessageContaining("but every foreign key is NOT ENFORCED");
        });
    }
}
