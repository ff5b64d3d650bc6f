package dev.fk.core.sync;

import static dev.fk.core.model.Attributes.date;
import static dev.fk.core.model.Attributes.integer;
import static dev.fk.core.model.Attributes.string;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fk.core.database.Database;
import dev.fk.core.dialect.Sql;
import dev.fk.core.model.ModelSpec;
import dev.fk.core.model.Models;
import dev.fk.core.plan.Risk;
import dev.fk.core.schema.Table;
import dev.fk.core.testing.EachServer;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** Tables of MariaDB with a period and keys in which nothing overlaps, beside models that do not speak of that. */
@Tag("thorough")
class PeriodsTest {
    private static Database with(EachServer.FreshDatabase fresh) {
        Database database = Database.of(fresh.dataSource());
        database.execute(new Sql(
                "CREATE TABLE stays (id int, room varchar(20), arrival date, departure date, seen date NOT NULL,"
                        + " PERIOD FOR stay (arrival, departure), PRIMARY KEY (id, stay WITHOUT OVERLAPS),"
                        + " UNIQUE room_once (room, stay WITHOUT OVERLAPS), CHECK (arrival < seen))"));
        database.execute(new Sql("INSERT INTO stays VALUES (1, 'a', '2026-01-01', '2026-01-05', '2026-02-01')"));
        return database;
    }

    private static Stream<EachServer> servers() {
        return EachServer.family().filter(s -> s.toString().startsWith("mariadb"));
    }

    private static Models models(Consumer<ModelSpec> more) {
        return Models.define(models -> models.model(
                "Stay",
                m -> more.accept(m.tableName("stays")
                        .attribute("id", integer().primaryKey())
                        .attribute("room", string(20))
                        .attribute("departure", date())
                        .attribute("seen", date().notNull())
                        .check("CONSTRAINT_1", "arrival < seen")
                        .noTimestamps())));
    }

    private static Models arriving(Consumer<ModelSpec> more) {
        return models(m -> more.accept(m.attribute("arrival", date())));
    }

    private static Table stays(Database database) {
        return database.read().schema().table("stays").orElseThrow();
    }

    private static void assertNothingOverlaps(Database database) {
        assertThatThrownBy(() -> database.execute(
                        new Sql("INSERT INTO stays VALUES (1, 'b', '2026-01-04', '2026-01-09', '2026-02-01')")))
                .hasMessageContaining("Duplicate entry");
        assertThatThrownBy(() -> database.execute(
                        new Sql("INSERT INTO stays VALUES (2, 'a', '2026-01-04', '2026-01-09', '2026-02-01')")))
                .hasMessageContaining("Duplicate entry");
    }

    @TestFactory
    Stream<DynamicTest> are_in_sync_with_models_of_the_same_columns() {
        return servers()
                .map(server -> server.test("nothing to do", fresh -> {
                    Database database = with(fresh);
                    assertThat(Sync.alter().plan(arriving(m -> {}), database).render())
                            .contains("nothing to do");
                }));
    }

    @TestFactory
    Stream<DynamicTest> keep_what_no_model_says_while_the_rest_changes() {
        return servers()
                .map(server -> server.test("evolve", fresh -> {
                    Database database = with(fresh);
                    Table before = stays(database);
                    Models next = arriving(m -> m.attribute("guests", integer()).unique("room", "seen"));

                    Sync.alter().rehearsing().verifying().run(next, database);

                    assertThat(stays(database).options()).isEqualTo(before.options());
                    assertThat(stays(database).primaryKey()).isEqualTo(before.primaryKey());
                    assertThat(stays(database).uniqueKeys())
                            .containsAll(before.uniqueKeys())
                            .hasSize(2);
                    assertThat(Sync.alter().plan(next, database).isEmpty()).isTrue();
                    database.execute(new Sql("ALTER TABLE stays DROP COLUMN guests"));
                    assertNothingOverlaps(database);
                }));
    }

    @TestFactory
    Stream<DynamicTest> keep_their_columns() {
        return servers()
                .map(server -> server.test("column of a period", fresh -> {
                    Database database = with(fresh);
                    Table before = stays(database);
                    Sync sync = Sync.alter().allowing(Risk.DESTRUCTIVE);
                    assertThatThrownBy(() -> sync.run(models(m -> {}), database))
                            .hasMessageContaining("[FK229]")
                            .hasMessageContaining("stays.arrival would go, but period stay");
                    assertThat(stays(database)).isEqualTo(before);
                }));
    }

    @TestFactory
    Stream<DynamicTest> can_be_declared() {
        return servers()
                .map(server -> server.test("declared", fresh -> {
                    Database database = Database.of(fresh.dataSource());
                    Models models = arriving(m -> m.option("period for", "stay(arrival, `departure`)"));
                    Sync.create().run(models, database);
                    assertThat(stays(database).options().get("period for")).contains("`stay` (`arrival`, `departure`)");
                    assertThat(Sync.alter().plan(models, database).isEmpty()).isTrue();

                    Models other = arriving(m -> m.option("period for", "visit (arrival, departure)"));
                    Sync.alter().run(other, database);
                    assertThat(stays(database).options().get("period for"))
                            .contains("`visit` (`arrival`, `departure`)");
                }));
    }
}
