package dev.fk.core.sync;

import static dev.fk.core.migration.Constraints.foreignKey;
import static dev.fk.core.model.Attributes.integer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fk.core.database.Database;
import dev.fk.core.dialect.CatalogScope;
import dev.fk.core.dialect.Sql;
import dev.fk.core.migration.Migration;
import dev.fk.core.migration.Migrator;
import dev.fk.core.migration.QueryInterface;
import dev.fk.core.model.ModelSpec;
import dev.fk.core.model.Models;
import dev.fk.core.plan.PreflightException;
import dev.fk.core.rule.Rules;
import dev.fk.core.rule.Target;
import dev.fk.core.schema.ForeignKey;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.testing.EachServer;
import dev.fk.core.testing.OnPostgres;
import dev.fk.core.testing.PostgresServer;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** Foreign keys to tables of another schema, of which nothing is declared. */
@OnPostgres
@Tag("thorough")
class OtherSchemasTest {
    private interface Body {
        void with(Database database, String schema);
    }

    private record Step(String id, Consumer<QueryInterface> calls) implements Migration {
        @Override
        public void up(QueryInterface q) {
            calls.accept(q);
        }
    }

    private static Stream<DynamicTest> each(PostgresServer postgres, Body body) {
        return EachServer.all(postgres)
                .map(server -> server.test("another schema", fresh -> {
                    Database database = Database.of(fresh.dataSource());
                    String schema = database.server().database() + "_s";
                    String quoted =
                            database.dialect().diagnosis(database.server()).quote(schema);
                    database.execute(new Sql("CREATE SCHEMA " + quoted));
                    try {
                        database.execute(new Sql("CREATE TABLE " + quoted + ".region (id integer PRIMARY KEY)"));
                        body.with(database, schema);
                    } finally {
                        if (!server.isTransactional()) {
                            database.onOneConnection(one -> dropAll(one, quoted));
                        }
                    }
                }));
    }

    private static Database dropAll(Database database, String schema) {
        database.execute(new Sql("SET foreign_key_checks = 0"));
        database.read().schema().tables().keySet().forEach(t -> drop(database, t));
        database.execute(new Sql("DROP SCHEMA " + schema));
        return database;
    }

    private static void drop(Database database, QualifiedName table) {
        database.execute(new Sql(
                "DROP TABLE " + database.dialect().diagnosis(database.server()).quote(table)));
    }

    private static Models shop(String schema, String table) {
        return Models.define(models -> models.model("Shop", m -> m.tableName("shop")
                .attribute("id", integer().primaryKey())
                .attribute("region", integer().references(schema, table, "id"))
                .noTimestamps()));
    }

    @TestFactory
    Stream<DynamicTest> are_made_by_a_sync_and_are_no_difference_then(PostgresServer postgres) {
        return each(postgres, (database, schema) -> {
            Sync.create().verifying().run(shop(schema, "region"), database);
            assertThat(Sync.alter().plan(shop(schema, "region"), database).steps())
                    .isEmpty();
            assertThat(database.read().schema().table(QualifiedName.of("shop")))
                    .hasValueSatisfying(t -> assertThat(t.foreignKeys()).hasSize(1));
        });
    }

    @TestFactory
    Stream<DynamicTest> are_refused_if_it_has_no_such_table(PostgresServer postgres) {
        return each(postgres, (database, schema) -> assertThatThrownBy(
                        () -> Sync.create().run(shop(schema, "regions"), database))
                .isInstanceOf(PreflightException.class)
                .hasMessageContaining("neither declared nor in the database; did you mean " + schema + ".region?"));
    }

    @TestFactory
    Stream<DynamicTest> are_made_by_migrations(PostgresServer postgres) {
        return each(postgres, (database, schema) -> {
            Migrator.of(
                            new Step(
                                    "1",
                                    q -> q.createTable("shop", t -> t.column(
                                                    "id", integer().primaryKey())
                                            .column("region", integer().references(schema, "region", "id"))
                                            .column("other", integer()))),
                            new Step(
                                    "2",
                                    q -> q.addConstraint(
                                            "shop",
                                            foreignKey("other").references(QualifiedName.of(schema, "region"), "id"))))
                    .up(database);
            assertThat(database.read().schema().table(QualifiedName.of("shop")))
                    .hasValueSatisfying(t -> assertThat(t.foreignKeys()).hasSize(2));
        });
    }

    @TestFactory
    Stream<DynamicTest> are_rehearsed_and_nothing_is_left_there(PostgresServer postgres) {
        return each(postgres, (database, schema) -> {
            Sync.create().rehearsing().run(shop(schema, "region"), database);
            database.execute(new Sql("CREATE TABLE region (id integer PRIMARY KEY)"));
            String own = database.server().defaultSchema();
            Sync.alter().rehearsing().verifying().run(shop(own, "region"), database);
            assertThat(database.read().schema().table(QualifiedName.of("shop")))
                    .hasValueSatisfying(t -> assertThat(t.foreignKeys())
                            .extracting(ForeignKey::referencedTable)
                            .containsExactly(QualifiedName.of("region")));
            assertThat(database.withScope(CatalogScope.with(schema))
                            .read()
                            .schema()
                            .tables())
                    .containsOnlyKeys(
                            QualifiedName.of("region"), QualifiedName.of("shop"), QualifiedName.of(schema, "region"));
        });
    }

    /** Another table of the same name there is not meant. */
    @TestFactory
    Stream<DynamicTest> lead_back_to_the_default_schema(PostgresServer postgres) {
        return each(postgres, (database, schema) -> {
            Models before = branches(schema, m -> {});
            Models after = branches(schema, m -> m.attribute("more", integer()));
            Sync.create().verifying().run(before, database);
            assertThat(database.withScope(CatalogScope.with(schema))
                            .read()
                            .schema()
                            .table(QualifiedName.of(schema, "branch")))
                    .hasValueSatisfying(t -> assertThat(t.foreignKeys())
                            .extracting(ForeignKey::referencedTable)
                            .containsExactly(QualifiedName.of("region")));
            assertThatThrownBy(() -> Sync.alter().rehearsing().run(after, database))
                    .hasMessage(
                            "This cannot be rehearsed: the plan changes what is in another schema than the default one,"
                                    + " which would be changed by trying it out: " + schema
                                    + ".branch. Leave rehearsing() out,"
                                    + " or leave the models of other schemas out of this sync.");
            assertThat(Sync.alter().plan(after, database).steps()).hasSize(1);
            drop(database, QualifiedName.of(schema, "branch"));
        });
    }

    private static Models branches(String schema, Consumer<ModelSpec> more) {
        return Models.define(models -> {
            models.model("Region", m -> m.tableName("region")
                    .attribute("id", integer().primaryKey())
                    .noTimestamps());
            models.model("Branch", m -> {
                m.tableName("branch")
                        .schema(schema)
                        .attribute("id", integer().primaryKey())
                        .attribute("region", integer().references("region", "id"))
                        .noTimestamps();
                more.accept(m);
            });
        });
    }

    @TestFactory
    Stream<DynamicTest> do_not_break_rules_because_the_schema_is_not_in_view(PostgresServer postgres) {
        return each(postgres, (database, schema) -> {
            Sync.create().run(shop(schema, "region"), database);
            Target target = new Target(database.read(), database.dialect(), database.server());
            assertThat(Rules.recommended().check(target).toString()).doesNotContain("FK001");
        });
    }
}
