package dev.fk.core.sync;

import static dev.fk.core.model.Attributes.bigInteger;
import static dev.fk.core.model.Attributes.integer;
import static dev.fk.core.model.Attributes.string;
import static dev.fk.core.model.Attributes.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fk.core.database.Database;
import dev.fk.core.dialect.Sql;
import dev.fk.core.model.Models;
import dev.fk.core.plan.Risk;
import dev.fk.core.schema.DataType;
import dev.fk.core.schema.Schema;
import dev.fk.core.testing.EachServer;
import dev.fk.core.testing.OnPostgres;
import dev.fk.core.testing.PostgresServer;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * What hangs together changes together, with rows in the tables: a referenced primary key and the columns under its foreign
 * keys get another type, text becomes a number by a cast, and the unique key behind a foreign key gives way to another.
 */
@OnPostgres
class InOneGoTest {
    private static final Models BEFORE = Models.define(models -> {
        var owner = models.model("Owner", m -> m.tableName("owner")
                .attribute("id", integer().primaryKey())
                .attribute("code", string(10).notNull().unique("owner_code"))
                .attribute("name", string(20).notNull())
                .noTimestamps());
        var thing = models.model("Thing", m -> m.tableName("thing")
                .attribute("id", integer().primaryKey())
                .attribute("size", string(10))
                .noTimestamps());
        thing.belongsTo(owner, a -> a.as("owner").foreignKey("owner_id"));
        thing.belongsTo(owner, a -> a.as("label").foreignKey("owner_code").targetKey("code"));
        owner.belongsTo(owner, a -> a.as("boss").foreignKey("boss_id"));
    });

    private static final Models AFTER = Models.define(models -> {
        var owner = models.model("Owner", m -> m.tableName("owner")
                .attribute("id", bigInteger().primaryKey())
                .attribute("code", string(30).notNull())
                .attribute("name", string(20).notNull().unique("owner_name"))
                .noTimestamps());
        var thing = models.model("Thing", m -> m.tableName("thing")
                .attribute("id", integer().primaryKey())
                .attribute("size", integer())
                .noTimestamps());
        thing.belongsTo(owner, a -> a.as("owner").foreignKey("owner_id"));
        thing.belongsTo(owner, a -> a.as("label").foreignKey("owner_code").targetKey("name"));
        owner.belongsTo(owner, a -> a.as("boss").foreignKey("boss_id"));
    });

    private static Models articles(boolean indexed) {
        return Models.define(models -> models.model("Article", m -> {
            m.tableName("article")
                    .attribute("id", integer().primaryKey())
                    .attribute("title", string(100))
                    .attribute("body", text())
                    .noTimestamps();
            if (indexed) {
                m.index(i -> i.on("title").using("fulltext"))
                        .index(i -> i.on("body").using("fulltext"))
                        .index(i -> i.on("title", "body").using("fulltext"));
            }
        }));
    }

    @TestFactory
    Stream<DynamicTest> full_text_indexes_come_together(PostgresServer postgres) {
        return EachServer.all(postgres)
                .filter(server -> !server.isTransactional())
                .map(server -> server.test("three of them", fresh -> {
                    Database database = Database.of(fresh.dataSource());
                    Sync.create().run(articles(false), database);
                    database.execute(new Sql("INSERT INTO article VALUES (1, 'a', 'b')"));

                    Sync.alter().verifying().run(articles(true), database);
                    assertThat(database.read()
                                    .schema()
                                    .table("article")
                                    .orElseThrow()
                                    .indexes())
                            .hasSize(3);
                    Sync.alter().verifying().run(articles(false), database);
                    assertThat(Sync.alter().plan(articles(false), database).isEmpty())
                            .isTrue();
                }));
    }

    @TestFactory
    Stream<DynamicTest> keys_and_all_that_refers_to_them_change(PostgresServer postgres) {
        return EachServer.all(postgres)
                .map(server -> server.test("in one go", fresh -> {
                    Database database = Database.of(fresh.dataSource());
                    Sync.create().run(BEFORE, database);
                    database.execute(new Sql("INSERT INTO owner (id, code, name, boss_id) VALUES (1, 'a', 'a', NULL),"
                            + " (2, 'b', 'b', 1)"));
                    database.execute(new Sql("INSERT INTO thing (id, size, owner_id, owner_code) VALUES"
                            + " (1, '7', 1, 'a'), (2, NULL, 2, 'b')"));

                    Sync.alter().allowing(Risk.DESTRUCTIVE).verifying().run(AFTER, database);

                    assertThat(Sync.alter().plan(AFTER, database).steps()).isEmpty();
                    Schema now = database.read().schema();
                    DataType big = new DataType.Int(DataType.Int.Size.BIG);
                    for (List<String> column : List.of(
                            List.of("owner", "id"), List.of("owner", "boss_id"), List.of("thing", "owner_id"))) {
                        assertThat(now.table(column.get(0))
                                        .orElseThrow()
                                        .column(column.get(1))
                                        .orElseThrow()
                                        .type())
                                .as(column.toString())
                                .isEqualTo(big);
                    }
                    assertThat(now.table("thing").orElseThrow().foreignKeysOn(List.of("owner_code")))
                            .singleElement()
                            .satisfies(k -> assertThat(k.referencedColumns()).containsExactly("name"));
                    database.execute(new Sql("INSERT INTO thing (id, size, owner_id, owner_code)"
                            + " SELECT size + 1, size, owner_id, owner_code FROM thing WHERE id = 1"));
                }));
    }

    /** On the MySQL family the index of the first one stays, and with it the name: 1061. */
    @TestFactory
    Stream<DynamicTest> a_foreign_key_gives_its_name_to_another(PostgresServer postgres) {
        return EachServer.all(postgres)
                .map(server -> server.test("in one go", fresh -> {
                    Database database = Database.of(fresh.dataSource());
                    Sync.create().run(references("boss_id", "deputy_id"), database);

                    Sync.alter().verifying().run(references("deputy_id", "boss_id"), database);

                    assertThat(Sync.alter()
                                    .plan(references("deputy_id", "boss_id"), database)
                                    .steps())
                            .isEmpty();
                    assertThat(database.read()
                                    .schema()
                                    .table("owner")
                                    .orElseThrow()
                                    .foreignKeysOn(List.of("deputy_id")))
                            .singleElement()
                            .satisfies(k -> assertThat(k.name()).hasValue("known"));
                }));
    }

    private static Models references(String named, String unnamed) {
        return Models.define(models -> {
            var owner = models.model("Owner", m -> m.tableName("owner")
                    .attribute("id", integer().primaryKey())
                    .noTimestamps());
            owner.belongsTo(owner, a -> a.as("named").foreignKey(named).constraintName("known"));
            owner.belongsTo(owner, a -> a.as("unnamed").foreignKey(unnamed));
        });
    }
}
