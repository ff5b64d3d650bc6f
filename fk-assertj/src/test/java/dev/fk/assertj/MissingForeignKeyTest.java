package dev.fk.assertj;

import static dev.fk.assertj.SchemaAssertions.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.fk.core.database.Database;
import dev.fk.core.schema.QualifiedName;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Where there is no foreign key at all, the name of the column tells what it should reference. */
@Tag("thorough")
class MissingForeignKeyTest {
    private static final String CUSTOMERS = "CREATE TABLE customers (id integer PRIMARY KEY)";

    private static String failure(Database database) {
        return catchThrowable(() -> assertThat(table(database, "orders")).hasForeignKey("customer_id"))
                .getMessage();
    }

    private static void execute(Database database, List<String> statements) {
        TestServer.execute(database.dataSource(), statements.toArray(String[]::new));
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void what_the_fix_says_mends_it(Engine engine) throws Exception {
        engine.server().fresh((database, url) -> {
            execute(database, List.of(CUSTOMERS, "CREATE TABLE orders (id integer PRIMARY KEY, customer_id integer)"));

            String message = failure(database);
            assertThat(message).contains("why : customer_id is called like a reference to customers(id)");
            execute(database, Fix.of(message));

            assertThat(table(database, "orders")).hasForeignKey("customer_id").referencing("customers", "id");
        });
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void another_type_is_the_reason_and_there_is_no_fix(Engine engine) throws Exception {
        engine.server().fresh((database, url) -> {
            execute(
                    database,
                    List.of(CUSTOMERS, "CREATE TABLE orders (id integer PRIMARY KEY, customer_id varchar(20))"));

            assertThat(failure(database))
                    .contains("none can be added as it is: orders.customer_id is VARCHAR(20), but customers.id")
                    .doesNotContain("fix :");
        });
    }

    @ParameterizedTest
    @EnumSource(value = Engine.class, mode = EnumSource.Mode.EXCLUDE, names = "POSTGRESQL")
    void a_storage_engine_that_keeps_none_is_the_reason(Engine engine) throws Exception {
        engine.server().fresh((database, url) -> {
            execute(
                    database,
                    List.of(
                            CUSTOMERS,
                            "CREATE TABLE orders (customer_id integer, FOREIGN KEY (customer_id) REFERENCES customers (id))"
                                    + " ENGINE=MyISAM"));

            assertThat(failure(database))
                    .contains("orders is stored by MyISAM, which drops foreign keys without a word");
        });
    }

    @Test
    void an_unlogged_parent_is_the_reason_unless_the_table_is_unlogged_too() throws Exception {
        Engine.POSTGRESQL.server().fresh((database, url) -> {
            String add = "ALTER TABLE orders ADD FOREIGN KEY (customer_id) REFERENCES customers (id)";
            execute(
                    database,
                    List.of(
                            "CREATE UNLOGGED TABLE customers (id integer PRIMARY KEY)",
                            "CREATE TABLE orders (id integer PRIMARY KEY, customer_id integer)"));

            assertThatThrownBy(() -> execute(database, List.of(add))).hasStackTraceContaining("only permanent tables");
            assertThat(failure(database))
                    .contains(
                            "none can be added as it is: customers is an unlogged table, and orders, which would reference it,"
                                    + " is permanent")
                    .doesNotContain("fix :");
            assertThat(catchThrowable(() -> assertThat(table(database, "orders"))
                            .hasForeignKey("customer_id")
                            .referencing("customers", "id")))
                    .message()
                    .doesNotContain("fix :");

            execute(database, List.of("ALTER TABLE orders SET UNLOGGED"));
            execute(database, Fix.of(failure(database)));
            assertThat(table(database, "orders")).hasForeignKey("customer_id").referencing("customers", "id");
        });
    }

    @Test
    void a_table_of_another_schema_is_led_to_although_it_is_not_in_view() throws Exception {
        Engine.POSTGRESQL.server().fresh((database, url) -> {
            execute(
                    database,
                    List.of(
                            CUSTOMERS,
                            "CREATE SCHEMA crm",
                            "CREATE TABLE crm.customers (id integer PRIMARY KEY)",
                            "CREATE TABLE orders (customer_id integer REFERENCES customers)"));

            String message = catchThrowable(() -> assertThat(table(database, "orders"))
                            .hasForeignKey("customer_id")
                            .referencing(QualifiedName.of("crm", "customers"), "id"))
                    .getMessage();
            execute(database, Fix.of(message));

            assertThat(table(database, "orders"))
                    .hasForeignKey("customer_id")
                    .referencing(QualifiedName.of("crm", "customers"), "id");
        });
    }
}
