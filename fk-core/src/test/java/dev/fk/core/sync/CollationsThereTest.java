package dev.fk.core.sync;

import static dev.fk.core.model.Attributes.integer;
import static dev.fk.core.model.Attributes.string;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fk.core.database.Database;
import dev.fk.core.dialect.Sql;
import dev.fk.core.model.Attribute;
import dev.fk.core.model.ModelSpec;
import dev.fk.core.model.Models;
import dev.fk.core.schema.Table;
import dev.fk.core.testing.EachServer;
import dev.fk.core.testing.OnPostgres;
import dev.fk.core.testing.PostgresServer;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Tables and columns that are there have another collation than their database, and models say none. */
@OnPostgres
class CollationsThereTest {
    private static final Sql LEGACY = new Sql("CREATE TABLE country (code VARCHAR(8) PRIMARY KEY, name VARCHAR(40)"
            + " COLLATE latin1_german1_ci NOT NULL, note VARCHAR(40) COLLATE utf8mb4_bin) DEFAULT CHARSET=latin1"
            + " COLLATE=latin1_bin");

    private static Models countries(Attribute<?> note, Consumer<ModelSpec> more) {
        return Models.define(models -> models.model("Country", m -> {
            more.accept(m.tableName("country")
                    .noTimestamps()
                    .attribute("code", string(8).primaryKey())
                    .attribute("name", string(40).notNull())
                    .attribute("note", note));
        }));
    }

    @TestFactory
    @Tag("thorough")
    Stream<DynamicTest> stay_when_a_table_is_altered() {
        return EachServer.family()
                .map(server -> server.test("latin1", fresh -> {
                    Database database = Database.of(fresh.dataSource());
                    database.execute(LEGACY);
                    Table before = country(database);
                    assertThat(Sync.alter()
                                    .plan(countries(string(40), m -> {}), database)
                                    .isEmpty())
                            .isTrue();

                    Sync.alter()
                            .verifying()
                            .run(
                                    countries(string(60), m -> m.attribute("no", integer())
                                            .attribute("more", string(9))),
                                    database);

                    Table after = country(database);
                    assertThat(after.options()).isEqualTo(before.options());
                    assertThat(after.column("name")).isEqualTo(before.column("name"));
                    assertThat(after.column("note").orElseThrow().collation()).contains("utf8mb4_bin");
                    assertThat(after.column("more").orElseThrow().collation()).isEmpty();
                }));
    }

    @TestFactory
    @Tag("thorough")
    Stream<DynamicTest> change_where_a_model_says_so() {
        return EachServer.family()
                .map(server -> server.test("utf8mb4", fresh -> {
                    Database database = Database.of(fresh.dataSource());
                    database.execute(LEGACY);

                    Sync.alter()
                            .verifying()
                            .run(
                                    countries(string(40).collate("utf8mb4_unicode_ci"), m -> m.charset("utf8mb4")
                                            .collate("utf8mb4_general_ci")),
                                    database);

                    Table after = country(database);
                    assertThat(after.column("name").orElseThrow().collation()).isEmpty();
                    assertThat(after.column("note").orElseThrow().collation()).contains("utf8mb4_unicode_ci");
                }));
    }

    @TestFactory
    @Tag("thorough")
    Stream<DynamicTest> are_those_of_columns_that_refer_to_them() {
        return EachServer.family()
                .map(server -> server.test("foreign keys", fresh -> {
                    Database database = Database.of(fresh.dataSource());
                    database.execute(LEGACY);
                    Models models = Models.define(all -> {
                        var country = all.model("Country", m -> m.tableName("country")
                                .noTimestamps()
                                .attribute("code", string(8).primaryKey()));
                        var city = all.model("City", m -> m.noTimestamps()
                                .attribute("code", string(8).primaryKey().references("country", "code")));
                        var street = all.model("Street", m -> m.noTimestamps());
                        city.belongsTo(country);
                        street.belongsTo(city);
                    });

                    Sync.alter().withoutDrops().verifying().run(models, database);

                    assertThat(Sync.alter()
                                    .withoutDrops()
                                    .plan(models, database)
                                    .isEmpty())
                            .isTrue();
                    assertThat(database.read()
                                    .schema()
                                    .table("Streets")
                                    .orElseThrow()
                                    .foreignKeys())
                            .hasSize(1);
                }));
    }

    @TestFactory
    @Tag("thorough")
    Stream<DynamicTest> are_changed_for_a_foreign_key_that_comes() {
        return EachServer.family()
                .map(server -> server.test("two collations", fresh -> {
                    Database database = Database.of(fresh.dataSource());
                    database.execute(LEGACY);
                    database.execute(new Sql("CREATE TABLE city (id INT PRIMARY KEY, code VARCHAR(8) COLLATE"
                            + " utf8mb4_unicode_ci NOT NULL COMMENT 'of its country', other VARCHAR(8))"));
                    database.execute(new Sql("INSERT INTO country VALUES ('a', 'A', NULL)"));
                    database.execute(new Sql("INSERT INTO city VALUES (1, 'a', NULL)"));
                    Models models = Models.define(all -> {
                        var country = all.model("Country", m -> m.tableName("country")
                                .noTimestamps()
                                .attribute("code", string(8).primaryKey()));
                        var city = all.model("City", m -> m.tableName("city")
                                .noTimestamps()
                                .attribute("id", integer().primaryKey())
                                .attribute("code", string(8).notNull().comment("of its country"))
                                .attribute("other", string(8)));
                        city.belongsTo(country, a -> a.foreignKey("code"));
                    });

                    Sync.alter().withoutDrops().verifying().run(models, database);

                    Table city = database.read().schema().table("city").orElseThrow();
                    assertThat(city.foreignKeys()).hasSize(1);
                    assertThat(city.column("code").orElseThrow().collation()).contains("latin1_bin");
                    assertThat(city.column("other").orElseThrow().collation()).isEmpty();
                }));
    }

    @Test
    void stay_on_postgresql(PostgresServer postgres) {
        Database database = Database.of(postgres.freshDataSource());
        database.execute(new Sql("CREATE TABLE country (code VARCHAR(8) COLLATE \"C\" PRIMARY KEY, name VARCHAR(40) NOT"
                + " NULL, note VARCHAR(40) COLLATE \"POSIX\")"));
        assertThat(Sync.alter().plan(countries(string(40), m -> {}), database).isEmpty())
                .isTrue();

        Sync.alter().verifying().run(countries(string(60), m -> {}), database);

        assertThat(country(database).column("note").orElseThrow().collation()).contains("POSIX");
        Sync.alter().verifying().run(countries(string(60).collate("C"), m -> {}), database);
        assertThat(country(database).column("note").orElseThrow().collation()).contains("C");
    }

    private static Table country(Database database) {
        return database.read().schema().table("country").orElseThrow();
    }
}
