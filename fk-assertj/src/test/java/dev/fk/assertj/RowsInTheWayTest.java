package dev.fk.assertj;

import static dev.fk.assertj.SchemaAssertions.schema;
import static dev.fk.assertj.SchemaAssertions.table;
import static dev.fk.core.model.Attributes.integer;
import static dev.fk.core.rule.RuleDefinition.tables;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.fk.core.database.Database;
import dev.fk.core.dialect.Sql;
import dev.fk.core.model.Models;
import dev.fk.core.rule.Rules;
import java.sql.Connection;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Rows that make a server refuse what a failure offers as its fix are told with it. */
@Tag("thorough")
class RowsInTheWayTest {
    private static final String[] SHOP = {
        "CREATE TABLE customers (id integer PRIMARY KEY, email varchar(200), name varchar(200), age integer)",
        "CREATE TABLE orders (id integer PRIMARY KEY, customer_id integer, total decimal(10, 2),"
                + " CONSTRAINT total_check CHECK (total >= 0))",
        "CREATE INDEX by_email ON customers (email)",
        "INSERT INTO customers VALUES (1, 'a', 'Anna Maria', 30), (2, 'a', NULL, 70000)",
        "INSERT INTO orders VALUES (10, 1, 1.25), (11, 7, 2), (12, 8, 3)"
    };

    private static final String[] PUT_RIGHT = {
        "UPDATE customers SET email = 'b', name = 'Bob', age = 40 WHERE id = 2",
        "UPDATE customers SET name = 'Anna' WHERE id = 1",
        "UPDATE orders SET customer_id = 2, total = 5"
    };

    private static Map<String, ThrowingCallable> assertions(Database database) {
        Map<String, ThrowingCallable> all = new LinkedHashMap<>();
        all.put("orphans", () -> assertThat(table(database, "orders")).hasForeignKey("customer_id"));
        all.put(
                "nulls",
                () -> assertThat(table(database, "customers")).hasColumn("name").isNotNull());
        all.put("duplicates", () -> assertThat(table(database, "customers")).hasUniqueKey("email"));
        all.put("duplicates in a primary key", () -> assertThat(table(database, "customers"))
                .hasPrimaryKey("email"));
        all.put("duplicates in an index", () -> assertThat(table(database, "customers"))
                .hasIndexNamed("by_email")
                .isUnique());
        all.put(
                "texts that are too long",
                () -> assertThat(table(database, "customers")).hasColumn("name").hasType("varchar(5)"));
        all.put(
                "numbers that are too large",
                () -> assertThat(table(database, "customers")).hasColumn("age").hasType("smallint"));
        all.put("values that a check refuses", () -> assertThat(table(database, "orders"))
                .hasCheck("total_check")
                .hasExpression("total >= 2"));
        all.put(
                "digits that are lost",
                () -> assertThat(table(database, "orders")).hasColumn("total").hasType("decimal(10, 0)"));
        all.put("a rule that is broken", () -> assertThat(schema(database)).obeys(Rules.referencesAreForeignKeys()));
        all.put("several rules", () -> assertThat(schema(database))
                .obeys(Rules.referencesAreForeignKeys(), tables().should().haveNameMatching(".*_t")));
        all.put("a whole plan", () -> assertThat(schema(database)).isInSyncWith(Models.define(models -> {
            var customer = models.model("Customer", m -> m.tableName("customers")
                    .noTimestamps()
                    .attribute("id", integer().primaryKey()));
            models.model("Order", m -> m.tableName("orders")
                            .noTimestamps()
                            .attribute("id", integer().primaryKey()))
                    .belongsTo(customer, a -> a.foreignKey("customer_id"));
        })));
        return all;
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void each_is_counted_and_the_first_are_shown(Engine engine) throws Exception {
        engine.server().fresh((database, url) -> {
            TestServer.execute(database.dataSource(), SHOP);
            String told = assertions(database).entrySet().stream()
                    .map(a -> "== " + a.getKey() + "\n" + withoutDatabase(message(a.getValue())))
                    .collect(Collectors.joining("\n"));
            Golden.verify(engine, "texts/rows-in-the-way", told);
        });
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void where_they_are_put_right_nothing_is_said_and_the_fix_is_one(Engine engine) throws Exception {
        for (String name : assertions(engine.server().fixture()).keySet()) {
            engine.server().fresh((database, url) -> {
                TestServer.execute(database.dataSource(), SHOP);
                TestServer.execute(database.dataSource(), PUT_RIGHT);
                ThrowingCallable assertion =
                        Objects.requireNonNull(assertions(database).get(name));
                String message = message(assertion);

                assertThat(message).doesNotContain("\n  rows: ");
                if (!Set.of("several rules", "a whole plan").contains(name)) {
                    TestServer.execute(database.dataSource(), Fix.of(message).toArray(String[]::new));
                    assertThat(catchThrowable(assertion)).as(message).isNull();
                }
            });
        }
    }

    @Test
    void who_may_not_read_them_is_told_the_rest() throws Exception {
        Engine.POSTGRESQL.server().fresh((database, url) -> {
            TestServer.execute(database.dataSource(), SHOP);
            TestServer.execute(
                    database.dataSource(), "DROP ROLE IF EXISTS stranger", "CREATE ROLE stranger LOGIN PASSWORD 'fk'");
            Database strange = Database.at(url.replace("user=postgres", "user=stranger"));
            assertThat(strange.query(new Sql("SELECT current_user AS me"))).containsExactly(Map.of("me", "stranger"));

            assertThat(message(assertions(strange).get("orphans")))
                    .isEqualTo(message(assertions(database).get("orphans"))
                            .replaceFirst("\n {2}rows: (?s).*?(?=\n {2}fix : )", ""))
                    .contains("\n  fix : ALTER TABLE");
            TestServer.execute(database.dataSource(), "DROP ROLE stranger");
        });
    }

    /** Reading the catalog does not wait for them on the MySQL family; it does on PostgreSQL, so that there is no message. */
    @Timeout(60)
    @ParameterizedTest
    @EnumSource(value = Engine.class, mode = EnumSource.Mode.EXCLUDE, names = "POSTGRESQL")
    void nobody_waits_for_rows_that_others_have_locked(Engine engine) throws Exception {
        engine.server().fresh((database, url) -> {
            TestServer.execute(database.dataSource(), SHOP);
            try (Connection other = database.dataSource().getConnection();
                    Statement statement = other.createStatement()) {
                statement.execute("LOCK TABLES orders WRITE");

                assertThat(message(assertions(database).get("orphans")))
                        .contains("\n  fix : ALTER TABLE")
                        .doesNotContain("\n  rows: ");

                statement.execute("UNLOCK TABLES");
            }
            assertThat(message(assertions(database).get("orphans"))).contains("\n  rows: ");
        });
    }

    private static String message(@Nullable ThrowingCallable assertion) {
        return String.valueOf(catchThrowable(Objects.requireNonNull(assertion)).getMessage());
    }

    private static String withoutDatabase(String message) {
        return message.replaceAll("\n  db  : .*", "");
    }
}
