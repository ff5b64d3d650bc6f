package dev.fk.core.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fk.core.database.Database;
import dev.fk.core.dialect.Sql;
import dev.fk.core.model.Models;
import dev.fk.core.schema.Check;
import dev.fk.core.schema.IndexPart;
import dev.fk.core.schema.Table;
import dev.fk.core.source.ModelSource;
import dev.fk.core.sync.Sync;
import dev.fk.core.testing.Compiled;
import dev.fk.core.testing.EachServer;
import dev.fk.core.testing.Golden;
import dev.fk.core.testing.OnPostgres;
import dev.fk.core.testing.PostgresServer;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** That the models of any table are no difference is a law: {@link dev.fk.core.odd.WrittenModelsTest}. */
@OnPostgres
@Tag("thorough")
class ModelWriterTest {
    private static final List<String> POSTGRESQL = List.of(
            "CREATE TYPE state AS ENUM ('open', 'paid')",
            "CREATE SEQUENCE numbers",
            "CREATE TABLE shops (tenant int, no int, name varchar(60) NOT NULL, PRIMARY KEY (tenant, no))",
            "CREATE TABLE purchase_order (id bigint GENERATED ALWAYS AS IDENTITY, tenant int NOT NULL, shop int,"
                    + " state state NOT NULL DEFAULT 'open', note text COLLATE \"C\", code varchar COLLATE \"C\","
                    + " placed timestamptz DEFAULT now(), amount numeric(10, 2) CHECK (amount >= 0),"
                    + " taxed numeric(12, 2) GENERATED ALWAYS AS (amount * 1.2) STORED,"
                    + " done boolean GENERATED ALWAYS AS (state = 'paid') STORED,"
                    + " CHECK (state NOT IN ('paid', 'open') OR note <> 'x = ANY (ARRAY[''paid''::state])'),"
                    + " before bigint, CONSTRAINT pk_order PRIMARY KEY (id), CONSTRAINT order_of_shop"
                    + " FOREIGN KEY (tenant, shop) REFERENCES shops (tenant, no) ON DELETE CASCADE DEFERRABLE,"
                    + " CONSTRAINT after_another FOREIGN KEY (before) REFERENCES purchase_order (id)"
                    + " ON DELETE SET NULL, UNIQUE (tenant, code))",
            "CREATE INDEX open_orders ON purchase_order (lower(note), placed DESC) WHERE state IN ('open', 'paid')",
            "COMMENT ON TABLE purchase_order IS 'what was \"ordered\"'",
            "CREATE TABLE line (no int DEFAULT nextval('numbers') PRIMARY KEY, purchase bigint NOT NULL UNIQUE"
                    + " REFERENCES purchase_order (id) ON UPDATE CASCADE) WITH (fillfactor = 70)",
            "CREATE TABLE event (id bigserial, day date NOT NULL, PRIMARY KEY (id, day)) PARTITION BY RANGE (day)",
            "CREATE TABLE event_2026 PARTITION OF event FOR VALUES FROM ('2026-01-01') TO ('2027-01-01')");

    private static final List<String> FAMILY = List.of(
            "CREATE TABLE shops (tenant int, no int, name varchar(60) NOT NULL, PRIMARY KEY (tenant, no))",
            "CREATE TABLE purchase_order (id bigint unsigned AUTO_INCREMENT PRIMARY KEY, tenant int NOT NULL, shop int,"
                    + " state enum('open', 'paid') COLLATE utf8mb4_bin NOT NULL DEFAULT 'open',"
                    + " note varchar(200) COLLATE utf8mb4_bin, flags set('a', 'b') COLLATE utf8mb4_bin,"
                    + " changed timestamp NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,"
                    + " amount decimal(10, 2), taxed decimal(12, 2) AS (amount * 1.2) STORED, paid boolean,"
                    + " before_no bigint unsigned, CONSTRAINT positive CHECK (amount >= 0), CONSTRAINT order_of_shop"
                    + " FOREIGN KEY (tenant, shop) REFERENCES shops (tenant, no) ON DELETE CASCADE,"
                    + " FOREIGN KEY (before_no) REFERENCES purchase_order (id) ON DELETE SET NULL,"
                    + " UNIQUE (tenant, note), KEY by_note (note(10), changed)) COMMENT 'what was \"ordered\"'",
            "CREATE TABLE line (no int AUTO_INCREMENT PRIMARY KEY, purchase bigint unsigned NOT NULL UNIQUE,"
                    + " CONSTRAINT fk_line FOREIGN KEY (purchase) REFERENCES purchase_order (id) ON UPDATE CASCADE)"
                    + " ROW_FORMAT=COMPACT");

    @TempDir
    private Path folder;

    @TestFactory
    Stream<DynamicTest> models_read_like_this_and_make_the_same_elsewhere(PostgresServer postgres) {
        return EachServer.all(postgres)
                .map(server -> server.test("written", fresh -> {
                    Database database = Database.of(fresh.dataSource());
                    boolean family = !server.isTransactional();
                    (family ? FAMILY : POSTGRESQL).forEach(sql -> database.execute(new Sql(sql)));
                    database.execute(new Sql("CREATE TABLE kept_books (no int)"));

                    String source = ModelWriter.of("com.example", "ShopModels")
                            .without(List.of("KEPT_BOOKS"))
                            .write(database);

                    Golden.assertEqual(
                            "generate/models-" + (family ? "family" : "postgresql") + ".txt",
                            source.replaceAll("The tables of .* as", "The tables of a server as"));
                    makesTheSame(source, database, family);
                }));
    }

    /** With one expression for all of them javac has a StackOverflowError. */
    @Test
    void a_thousand_columns_compile(PostgresServer postgres) throws Exception {
        Database database = Database.of(postgres.freshDataSource());
        database.execute(new Sql(IntStream.range(0, 1000)
                .mapToObj(i -> "column_" + i + " varchar(20) NOT NULL DEFAULT '" + i + "'")
                .collect(Collectors.joining(
                        ", ", "CREATE TABLE wide (empty text NOT NULL DEFAULT '', less int DEFAULT -1, ", ")"))));

        try (Compiled compiler = new Compiled(folder)) {
            Models models = compiler.make(
                            "WideModels", ModelWriter.of("", "WideModels").write(database), ModelSource.class)
                    .models();
            assertThat(Sync.alter().plan(models, database).isEmpty()).isTrue();
        }
    }

    private void makesTheSame(String source, Database database, boolean family) throws Exception {
        try (Compiled compiler = new Compiled(folder)) {
            Models models = compiler.make("com.example.ShopModels", source, ModelSource.class)
                    .models();
            assertThat(Sync.alter().plan(models, database).render()).contains("nothing");
            List<Table> before = tables(database);
            database.execute(new Sql("DROP TABLE line"));
            database.execute(new Sql("DROP TABLE purchase_order"));
            if (!family) {
                database.execute(new Sql("DROP TABLE event"));
                database.execute(new Sql("DROP TYPE state"));
                database.execute(new Sql("DROP SEQUENCE numbers"));
            }
            Sync.create().run(models, database);
            List<Table> after = tables(database);
            assertThat(all(after, t -> Set.copyOf(t.foreignKeys())))
                    .isEqualTo(all(before, t -> Set.copyOf(t.foreignKeys())));
            Stream.<Function<Table, Object>>of(
                            Table::primaryKey,
                            Table::uniqueKeys,
                            ModelWriterTest::conditions,
                            Table::options,
                            Table::comment,
                            ModelWriterTest::indexes)
                    .forEach(part -> assertThat(all(after, part)).isEqualTo(all(before, part)));
        }
    }

    private static List<Table> tables(Database database) {
        return List.copyOf(database.read().schema().tables().values());
    }

    private static <T> List<T> all(List<Table> tables, Function<Table, T> part) {
        return tables.stream().map(part).toList();
    }

    /** The type is called after the table and the column where the models have made it. */
    private static Set<String> conditions(Table table) {
        return Stream.concat(
                        table.checks().stream().map(Check::expression),
                        table.indexes().stream().flatMap(i -> i.where().stream()))
                .map(c -> c.sql().replace("enum_purchase_order_state", "state"))
                .collect(Collectors.toSet());
    }

    private static List<List<String>> indexes(Table table) {
        return table.indexes().stream()
                .map(i -> Stream.concat(i.name().stream(), i.parts().stream().map(IndexPart::describe))
                        .toList())
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2Models", "a-b", "", "Models", "Model", "ModelSource", "DataType"})
    void what_cannot_be_the_class_is_refused(String name) {
        assertThatThrownBy(() -> ModelWriter.of("com.example", name))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("annot be called");
    }

    @Test
    void names_of_models_are_not_taken_twice(Database database) {
        database.execute(new Sql("CREATE TABLE a_b (no int)"));
        database.execute(new Sql("CREATE TABLE ab (no int)"));
        database.execute(new Sql("CREATE TABLE \"a-b\" (no int)"));
        database.execute(new Sql("CREATE TABLE \"??\" (no int)"));

        assertThat(ModelWriter.of("", "Odd").write(database))
                .contains("model(\"AB\", m -> m.tableName(\"a-b\")")
                .contains("model(\"AB2\", m -> m.tableName(\"a_b\")")
                .contains("model(\"Ab\", m -> m.tableName(\"ab\")")
                .contains("model(\"??\", m -> m.tableName(\"??\")");
    }
}
