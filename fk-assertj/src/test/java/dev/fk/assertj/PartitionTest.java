package dev.fk.assertj;

import static dev.fk.assertj.SchemaAssertions.fk;
import static dev.fk.assertj.SchemaAssertions.schema;
import static dev.fk.assertj.SchemaAssertions.table;
import static dev.fk.core.schema.ReferentialAction.CASCADE;
import static dev.fk.core.schema.ReferentialAction.RESTRICT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.fk.core.database.Database;
import dev.fk.core.generate.AssertionWriter;
import dev.fk.core.rule.Rules;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** A partition has what it has from its table, and rows meet that as they meet its own. */
class PartitionTest {
    private static final String[] SHOP = {
        "CREATE TABLE person (id int PRIMARY KEY)",
        "CREATE TABLE orders (id int, at date NOT NULL, person int CONSTRAINT orders_person REFERENCES person"
                + " ON DELETE CASCADE, note text CONSTRAINT orders_note CHECK (note <> ''), PRIMARY KEY (id, at),"
                + " UNIQUE (at, note)) PARTITION BY RANGE (at)",
        "CREATE INDEX orders_by_person ON orders (person)",
        "CREATE TABLE half PARTITION OF orders FOR VALUES FROM ('2024-01-01') TO ('2024-07-01')"
                + " PARTITION BY RANGE (at)",
        "CREATE TABLE month PARTITION OF half FOR VALUES FROM ('2024-01-01') TO ('2024-02-01')",
        "CREATE TABLE attached (gone int, at date NOT NULL, id int NOT NULL, person int, note text,"
                + " CONSTRAINT orders_note CHECK (note <> ''), CONSTRAINT own UNIQUE (note))",
        "ALTER TABLE attached DROP gone",
        "ALTER TABLE orders ATTACH PARTITION attached FOR VALUES FROM ('2025-01-01') TO ('2026-01-01')",
        "CREATE TABLE line (no int PRIMARY KEY, \"order\" int, at date, FOREIGN KEY (\"order\", at) REFERENCES orders)"
    };

    @Test
    void has_the_keys_of_its_table() throws Exception {
        with(database -> {
            for (String part : new String[] {"half", "month", "attached"}) {
                assertThat(table(database, part))
                        .hasForeignKey("person")
                        .referencing("person", "id")
                        .onDelete(CASCADE)
                        .named("orders_person")
                        .isIndexed()
                        .isEnforced()
                        .cascadesDeletes();
                assertThat(table(database, part)).hasPrimaryKey("id", "at").named(part + "_pkey");
                assertThat(table(database, part)).hasUniqueKey("at", "note");
                assertThat(table(database, part)).hasCheck("orders_note");
                assertThat(table(database, part)).hasIndex("person");
            }
            assertThat(table(database, "attached")).hasUniqueKey("note").named("own");
            assertThat(table(database, "line"))
                    .hasOnlyForeignKeys(fk("order", "at").referencing("orders", "id", "at"));
            assertThat(schema(database))
                    .deleting("person")
                    .cascadesOnlyTo("orders")
                    .isBlockedBy("line");
            assertThat(schema(database)).deleting("month").isBlockedBy("line");
            assertThat(schema(database)).obeys(Rules.tablesHavePrimaryKeys());
        });
    }

    @Test
    void cannot_do_without_them_and_no_fix_says_that_it_could() throws Exception {
        Map<String, String> told = new LinkedHashMap<>();
        with(database -> {
            assertions(database)
                    .forEach((name, assertion) -> told.put(
                            name,
                            String.valueOf(catchThrowable(assertion).getMessage())
                                    .replaceAll("\n  db  : .*", "")));
        });
        Golden.verify(
                Engine.POSTGRESQL,
                "texts/partition",
                told.entrySet().stream()
                        .map(t -> "== " + t.getKey() + "\n" + t.getValue())
                        .collect(Collectors.joining("\n")));
    }

    @Test
    void gets_a_key_of_its_own() throws Exception {
        with(database -> {
            TestServer.execute(database.dataSource(), "ALTER TABLE orders DROP CONSTRAINT orders_person");
            ThrowingCallable assertion = () -> assertThat(table(database, "month"))
                    .hasOnlyForeignKeys(fk("person").referencing("person", "id").onDelete(CASCADE));

            String message = String.valueOf(catchThrowable(assertion).getMessage());
            assertThat(table(database, "month")).hasNoForeignKeys();
            TestServer.execute(database.dataSource(), Fix.of(message).toArray(String[]::new));

            assertThat(catchThrowable(assertion)).as(message).isNull();
        });
    }

    @Test
    void is_held_as_it_is_by_a_class_that_is_written() throws Exception {
        Engine.POSTGRESQL.server().fresh((database, url) -> {
            TestServer.execute(database.dataSource(), SHOP);
            String source = AssertionWriter.of("", "ShopTest").write(database);
            assertThat(source).contains(".hasPrimaryKey(\"id\", \"at\").named(\"month_pkey\")");

            GeneratedClass generated = GeneratedClass.of(source, "ShopTest", url);
            for (String test : generated.tests()) {
                assertThat(generated.run(test)).as(test).isEmpty();
            }
        });
    }

    private static Map<String, ThrowingCallable> assertions(Database database) {
        Map<String, ThrowingCallable> all = new LinkedHashMap<>();
        all.put("no keys", () -> assertThat(table(database, "month")).hasNoForeignKeys());
        all.put("another action", () -> assertThat(table(database, "month"))
                .hasForeignKey("person")
                .onDelete(RESTRICT));
        all.put("no index", () -> assertThat(table(database, "month")).doesNotHaveIndex("person"));
        all.put("no check", () -> assertThat(table(database, "month")).doesNotHaveConstraintNamed("orders_note"));
        all.put("no unique key", () -> assertThat(table(database, "month")).doesNotHaveUniqueKey("at", "note"));
        all.put("no column", () -> assertThat(table(database, "month")).doesNotHaveColumn("note"));
        all.put(
                "another type",
                () -> assertThat(table(database, "month")).hasColumn("note").hasType("varchar(90)"));
        all.put("its own key", () -> assertThat(table(database, "attached")).doesNotHaveUniqueKey("note"));
        return all;
    }

    private static void with(TestServer.Body test) throws Exception {
        Engine.POSTGRESQL.server().fresh((database, url) -> {
            TestServer.execute(database.dataSource(), SHOP);
            test.with(database);
        });
    }
}
