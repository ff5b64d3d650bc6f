package dev.fk.core.migration;

import static dev.fk.core.model.Attributes.bigInteger;
import static dev.fk.core.model.Attributes.dateTime;
import static dev.fk.core.model.Attributes.integer;
import static dev.fk.core.model.Attributes.string;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fk.core.database.Database;
import dev.fk.core.dialect.Sql;
import dev.fk.core.model.ModelSpec;
import dev.fk.core.model.Models;
import dev.fk.core.plan.PreflightException;
import dev.fk.core.plan.Risk;
import dev.fk.core.schema.Table;
import dev.fk.core.sync.Sync;
import dev.fk.core.testing.EachServer;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** Tables of MariaDB that keep their past, and name the columns that say when it was. */
@Tag("thorough")
class SystemVersionedTablesTest {
    private static Database with(EachServer.FreshDatabase fresh) {
        Database database = Database.of(fresh.dataSource());
        database.execute(new Sql("CREATE TABLE price (id int PRIMARY KEY, sku int UNIQUE,"
                + " since timestamp(6) GENERATED ALWAYS AS ROW START INVISIBLE,"
                + " till timestamp(6) GENERATED ALWAYS AS ROW END, PERIOD FOR SYSTEM_TIME (since, till))"
                + " WITH SYSTEM VERSIONING"));
        return database;
    }

    private static Stream<EachServer> servers() {
        return EachServer.family().filter(s -> s.toString().startsWith("mariadb"));
    }

    @TestFactory
    Stream<DynamicTest> come_back_when_dropping_them_is_undone() {
        return servers()
                .map(server -> server.test("undo", fresh -> {
                    Database database = with(fresh);
                    Optional<Table> before = database.read().schema().table("price");
                    Migrator drops = Migrator.of(new Step("1", q -> q.dropTable("price")));

                    drops.up(database);
                    drops.undo(database);

                    assertThat(database.read().schema().table("price"))
                            .isPresent()
                            .isEqualTo(before);
                    assertThat(database.query(new Sql("SELECT * FROM price FOR SYSTEM_TIME ALL")))
                            .isEmpty();
                }));
    }

    private static Models prices(Consumer<ModelSpec> more) {
        return Models.define(models -> models.model(
                "Price",
                m -> more.accept(m.tableName("price")
                        .attribute("id", integer().primaryKey())
                        .attribute("sku", integer().unique())
                        .noTimestamps())));
    }

    @TestFactory
    Stream<DynamicTest> are_in_sync_with_models_that_do_not_speak_of_the_past() {
        return servers()
                .map(server -> server.test("models", fresh -> {
                    Database database = with(fresh);
                    database.execute(new Sql("CREATE TABLE hidden (id int PRIMARY KEY) WITH SYSTEM VERSIONING"));
                    Models models = Models.define(all -> {
                        all.model("Price", m -> m.tableName("price")
                                .attribute("id", integer().primaryKey())
                                .attribute("sku", integer().unique())
                                .noTimestamps());
                        all.model("Hidden", m -> m.tableName("hidden")
                                .attribute("id", integer().primaryKey())
                                .noTimestamps());
                    });

                    assertThat(Sync.alter().plan(models, database).render()).contains("nothing to do");
                    assertThat(Sync.alter().reordering().plan(models, database).render())
                            .contains("nothing to do");
                    assertThat(Sync.alter()
                                    .plan(prices(m -> m.attribute("till", dateTime(6))), database)
                                    .render())
                            .contains("nothing to do");
                }));
    }

    @TestFactory
    Stream<DynamicTest> keep_their_past_while_the_rest_changes() {
        return servers()
                .map(server -> server.test("evolve", fresh -> {
                    Database database = with(fresh);
                    database.execute(new Sql("SET STATEMENT system_versioning_alter_history = KEEP FOR"
                            + " ALTER TABLE price ADD COLUMN seen int WITHOUT SYSTEM VERSIONING"));
                    database.execute(new Sql("INSERT INTO price (id, sku, seen) VALUES (1, 1, 1)"));
                    database.execute(new Sql("UPDATE price SET sku = 2"));
                    Table before = database.read().schema().table("price").orElseThrow();
                    Models next = prices(m -> m.attribute("note", string(20)).attribute("seen", bigInteger()));
                    Sync sync = Sync.alter().allowing(Risk.DESTRUCTIVE).verifying();

                    assertThat(Sync.alter().plan(next, database).render())
                            .contains("REFUSED")
                            .contains("FK108");
                    assertThatThrownBy(() -> sync.run(next, database))
                            .isInstanceOf(PreflightException.class)
                            .hasMessageContaining("price keeps its past (WITH SYSTEM VERSIONING)")
                            .hasMessageContaining("sessionVariables=system_versioning_alter_history=KEEP");
                    assertThat(database.read().schema().table("price")).contains(before);
                    database.onOneConnection(one -> {
                        one.execute(new Sql("SET system_versioning_alter_history = KEEP"));
                        sync.run(next, one);
                        return one;
                    });

                    Table after = database.read().schema().table("price").orElseThrow();
                    assertThat(after.columnNames()).contains("since", "till", "note");
                    assertThat(after.options()).isEqualTo(before.options());
                    assertThat(after.column("seen").orElseThrow().options())
                            .isEqualTo(before.column("seen").orElseThrow().options());
                    assertThat(database.query(new Sql("SELECT sku FROM price FOR SYSTEM_TIME ALL ORDER BY sku")))
                            .hasSize(2);
                    assertThat(Sync.alter().plan(next, database).isEmpty()).isTrue();
                }));
    }

    /** With the session's consent the server changes rows of the past, and refuses what they have as it does with those of now. */
    @TestFactory
    Stream<DynamicTest> rows_of_the_past_are_asked_before_a_column_changes() {
        return servers()
                .map(server -> server.test("past", fresh -> {
                    Database database = with(fresh);
                    database.execute(new Sql("SET STATEMENT system_versioning_alter_history = KEEP FOR"
                            + " ALTER TABLE price ADD COLUMN note varchar(20), ADD COLUMN kind varchar(20)"));
                    database.execute(new Sql("INSERT INTO price (id, sku, kind) VALUES (1, 1, 'a long kind')"));
                    database.execute(new Sql("UPDATE price SET note = 'now', kind = 'k'"));
                    Models next = prices(
                            m -> m.attribute("note", string(20).notNull()).attribute("kind", string(5)));
                    database.onOneConnection(one -> {
                        one.execute(new Sql("SET system_versioning_alter_history = KEEP"));
                        Sync sync = Sync.alter().allowing(Risk.values());

                        assertThatThrownBy(() -> sync.run(next, one))
                                .hasMessageContaining("with NULL in note")
                                .hasMessageContaining("with a value of kind that does not fit VARCHAR(5)")
                                .hasMessageContaining("Rows of the past stay as they were until the table forgets them:"
                                        + " DELETE HISTORY FROM `price`");
                        one.execute(new Sql("DELETE HISTORY FROM `price`"));
                        sync.run(next, one);
                        return assertThat(Sync.alter().plan(next, one).isEmpty())
                                .isTrue();
                    });
                }));
    }

    /** MariaDB commits each statement, so that what a later call needs is asked before the first. */
    @TestFactory
    Stream<DynamicTest> are_not_altered_by_migrations_without_consent() {
        Migrator migrator = Migrator.of(
                new Step(
                        "1",
                        q -> q.createTable(
                                "other", t -> t.column("id", integer().primaryKey()))),
                new Step("2", q -> {
                    q.addIndex("price", "sku");
                    q.renameColumn("price", "sku", "unit");
                    q.addColumn("price", "note", string(20));
                }));
        return servers()
                .map(server -> server.test("consent", fresh -> {
                    Database database = with(fresh);
                    database.execute(new Sql("INSERT INTO price (id, sku) VALUES (1, 1)"));
                    database.execute(new Sql("UPDATE price SET sku = 2"));

                    assertThatThrownBy(() -> migrator.up(database))
                            .isInstanceOf(MigrationProblemsException.class)
                            .hasMessageStartingWith("1 problem")
                            .hasMessageContaining("2: price keeps its past (WITH SYSTEM VERSIONING)");
                    assertThat(database.read().schema().table("other")).isEmpty();

                    migrator.up(keeping(fresh));
                    assertThatThrownBy(() -> migrator.undo(database))
                            .hasMessageContaining("Nothing of it has run")
                            .hasMessageContaining("why : price keeps its past (WITH SYSTEM VERSIONING)");
                    assertThat(database.query(new Sql("SELECT unit FROM price FOR SYSTEM_TIME ALL")))
                            .hasSize(2);
                }));
    }

    @TestFactory
    Stream<DynamicTest> keep_the_columns_of_their_time_as_they_are() {
        Migrator one = Migrator.of(new Step("1", q -> q.removeColumn("price", "since")));
        Migrator other = Migrator.of(new Step("1", q -> q.changeColumn("price", "till", dateTime(6))));
        Migrator both = Migrator.of(new Step(
                "1",
                q -> q.together(t -> {
                    t.removeColumn("price", "since");
                    t.removeColumn("price", "till");
                })));
        return servers()
                .map(server -> server.test("row columns", fresh -> {
                    Database database = keeping(fresh);
                    with(fresh);
                    database.execute(new Sql("INSERT INTO price (id, sku) VALUES (1, 1)"));
                    database.execute(new Sql("UPDATE price SET sku = 2"));

                    assertThatThrownBy(() -> one.up(database))
                            .isInstanceOf(MigrationProblemsException.class)
                            .hasMessageContaining("price.since says since when a row was there");
                    assertThatThrownBy(() -> both.up(database))
                            .isInstanceOf(MigrationProblemsException.class)
                            .hasMessageStartingWith("2 problems")
                            .hasMessageContaining("DROP COLUMN …, DROP COLUMN …");
                    assertThatThrownBy(() -> other.up(database))
                            .isInstanceOf(MigrationProblemsException.class)
                            .hasMessageContaining("price.till says until when a row was there");
                    assertThatThrownBy(() -> Sync.alter().run(prices(m -> m.attribute("till", string(20))), database))
                            .isInstanceOf(PreflightException.class)
                            .hasMessageContaining("price.till says until when a row was there");

                    Migrator.of(new Step("1", q -> q.sql("ALTER TABLE price DROP COLUMN since, DROP COLUMN till")))
                            .up(database);
                    Table after = database.read().schema().table("price").orElseThrow();
                    assertThat(after.columnNames()).containsExactly("id", "sku");
                    assertThat(after.uniqueKeys()).hasSize(1);
                    assertThat(database.query(new Sql("SELECT sku FROM price FOR SYSTEM_TIME ALL ORDER BY row_start")))
                            .hasSize(2);
                }));
    }

    private static Database keeping(EachServer.FreshDatabase fresh) {
        return Database.at(fresh.url() + (fresh.url().contains("?") ? "&" : "?")
                + "sessionVariables=system_versioning_alter_history=KEEP");
    }

    /** The server says expressions in its own words, which it is asked for with a table that has no past. */
    @TestFactory
    Stream<DynamicTest> have_checks_and_defaults_that_are_no_difference() {
        return servers()
                .map(server -> server.test("expressions", fresh -> {
                    with(fresh);
                    Database database = keeping(fresh);
                    database.execute(new Sql("ALTER TABLE price ADD COLUMN seen int WITHOUT SYSTEM VERSIONING"));
                    Models models = prices(m -> m.attribute("seen", integer())
                            .attribute("twice", integer().defaultExpression("(1 + 1)"))
                            .check("sku_positive", "sku > 0 AND sku < 100"));

                    Sync.alter().verifying().run(models, database);

                    assertThat(Sync.alter().plan(models, database).isEmpty()).isTrue();
                    assertThat(database.read()
                                    .schema()
                                    .table("price")
                                    .orElseThrow()
                                    .columnNames())
                            .contains("since", "till");
                }));
    }

    /** To every key the server adds the end of a row, which is the same in all rows that are there. */
    @TestFactory
    Stream<DynamicTest> are_referenced_by_what_is_unique_among_the_rows_that_are_there() {
        return servers()
                .map(server -> server.test("referenced", fresh -> {
                    Database database = with(fresh);
                    Models models = Models.define(all -> {
                        all.model("Price", m -> m.tableName("price")
                                .attribute("id", integer().primaryKey())
                                .attribute("sku", integer().unique())
                                .noTimestamps());
                        all.model("Line", m -> m.tableName("line")
                                .attribute("id", integer().primaryKey())
                                .attribute("price", integer().references("price", "id"))
                                .attribute("sku", integer().references("price", "sku"))
                                .noTimestamps());
                    });

                    Sync.alter().verifying().run(models, database);

                    assertThat(database.read()
                                    .schema()
                                    .table("line")
                                    .orElseThrow()
                                    .foreignKeys())
                            .hasSize(2);
                    assertThat(Sync.alter().plan(models, database).isEmpty()).isTrue();
                }));
    }

    @TestFactory
    Stream<DynamicTest> are_copied_for_a_rehearsal() {
        Models others = Models.define(models -> models.model("Other", m -> m.tableName("other")
                .attribute("id", integer().primaryKey())
                .noTimestamps()));
        return servers()
                .map(server -> server.test("rehearsal", fresh -> {
                    Database database = with(fresh);
                    Sync.alter().rehearsing().run(others, database);
                    assertThat(database.read().schema().table("other")).isPresent();
                }));
    }
}
