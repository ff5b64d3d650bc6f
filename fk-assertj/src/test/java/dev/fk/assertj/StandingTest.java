package dev.fk.assertj;

import static dev.fk.assertj.SchemaAssertions.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.fk.core.database.Database;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What should go, and cannot as long as something stands on it. */
@Tag("thorough")
class StandingTest {
    private static final String[] SHOP = {
        "CREATE TABLE customers (id integer PRIMARY KEY, email varchar(90), net integer, age integer, first integer,"
                + " second integer, gross integer GENERATED ALWAYS AS (net * 2) STORED,"
                + " CONSTRAINT customers_email UNIQUE (email), CONSTRAINT customers_age CHECK (age > 0),"
                + " CONSTRAINT customers_pair UNIQUE (first, second))",
        "CREATE INDEX customers_by_age ON customers (age)",
        "CREATE TABLE orders (id integer PRIMARY KEY, email varchar(90), customer_id integer, note integer,"
                + " CONSTRAINT orders_email FOREIGN KEY (email) REFERENCES customers (email),"
                + " CONSTRAINT orders_customer FOREIGN KEY (customer_id) REFERENCES customers (id))",
        "CREATE VIEW notes AS SELECT note FROM orders"
    };

    private static Map<String, ThrowingCallable> assertions(Database database) {
        Map<String, ThrowingCallable> all = new LinkedHashMap<>();
        for (String column : List.of("net", "email", "age", "first", "id")) {
            all.put("column " + column, () -> assertThat(table(database, "customers"))
                    .doesNotHaveColumn(column));
        }
        for (String column : List.of("customer_id", "note")) {
            all.put("column " + column, () -> assertThat(table(database, "orders"))
                    .doesNotHaveColumn(column));
        }
        all.put("unique key", () -> assertThat(table(database, "customers")).doesNotHaveUniqueKey("email"));
        all.put("constraint", () -> assertThat(table(database, "customers"))
                .doesNotHaveConstraintNamed("customers_email"));
        all.put("no primary key", () -> assertThat(table(database, "customers")).hasNoPrimaryKey());
        all.put("another primary key", () -> assertThat(table(database, "customers"))
                .hasPrimaryKey("id", "first"));
        all.put("table", () -> assertThat(table(database, "orders")).doesNotExist());
        return all;
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void is_told_with_all_of_it_and_nothing_that_the_server_refuses_is_offered(Engine engine) throws Exception {
        engine.server().fresh((database, url) -> {
            TestServer.execute(database.dataSource(), SHOP);
            Map<String, String> told = new LinkedHashMap<>();
            assertions(database)
                    .forEach((name, assertion) -> told.put(
                            name, catchThrowable(assertion).getMessage().replaceAll("\n  db  : .*", "")));
            Golden.verify(
                    engine,
                    "texts/standing",
                    told.entrySet().stream()
                            .map(t -> "== " + t.getKey() + "\n" + t.getValue())
                            .collect(Collectors.joining("\n")));

            TestServer.execute(
                    database.dataSource(),
                    engine == Engine.MYSQL
                            ? "ALTER TABLE orders DROP FOREIGN KEY orders_email"
                            : "ALTER TABLE orders DROP CONSTRAINT orders_email",
                    "ALTER TABLE customers DROP COLUMN gross");
            for (String freed : List.of("column net", "unique key")) {
                ThrowingCallable assertion = assertions(database).get(freed);
                String message = String.valueOf(catchThrowable(assertion).getMessage());
                List<String> fix = Fix.of(message);
                assertThat(fix).as(message).isNotEmpty();
                TestServer.execute(database.dataSource(), fix.toArray(String[]::new));
                assertThat(catchThrowable(assertion)).as(message).isNull();
            }
        });
    }
}
