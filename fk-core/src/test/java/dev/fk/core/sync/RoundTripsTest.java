package dev.fk.core.sync;

import static dev.fk.core.model.Attributes.enumOf;
import static dev.fk.core.model.Attributes.integer;
import static dev.fk.core.model.Attributes.string;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fk.core.database.Database;
import dev.fk.core.dialect.CatalogScope;
import dev.fk.core.dialect.Sql;
import dev.fk.core.model.Model;
import dev.fk.core.model.Models;
import dev.fk.core.schema.ReferentialAction;
import dev.fk.core.testing.CallCounter;
import dev.fk.core.testing.EachServer;
import dev.fk.core.testing.OnPostgres;
import dev.fk.core.testing.PostgresServer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** How often the server is asked, whatever the number of tables. */
@OnPostgres
class RoundTripsTest {
    private static Models models(int tables) {
        return models(tables, ReferentialAction.SET_NULL);
    }

    private static Models models(int tables, ReferentialAction onDelete) {
        return Models.define(models -> {
            Model before = models.model("T0", m -> m.tableName("t0").noTimestamps());
            for (int i = 1; i < tables; i++) {
                String name = "t" + i;
                Model model = models.model(name, m -> m.tableName(name)
                        .attribute("id", integer().primaryKey().autoIncrement())
                        .attribute("code", string(20).notNull().unique())
                        .noTimestamps());
                model.belongsTo(
                        before, a -> a.as("parent").foreignKey("parentId").onDelete(onDelete));
                before = model;
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> reading_a_catalog_is_one_or_two_on_the_mysql_family(PostgresServer postgres) {
        return EachServer.all(postgres)
                .map(server -> server.test("read", fresh -> {
                    assertThat(CallCounter.trips(fresh.dataSource(), Database::read))
                            .isEqualTo(1);
                    Sync.create().run(models(60), Database.of(fresh.dataSource()));
                    assertThat(CallCounter.trips(fresh.dataSource(), Database::read))
                            .isEqualTo(reading(server));
                    assertThat(CallCounter.trips(fresh.dataSource(), d -> d.withScope(
                                            CatalogScope.defaultSchema().and("o'brien\\"))
                                    .read()))
                            .isEqualTo(reading(server));
                    assertThat(CallCounter.trips(fresh.dataSource(), Database::reportedActions))
                            .isEqualTo(1);
                }));
    }

    /** Columns are asked for by themselves there. */
    private static int reading(EachServer server) {
        return server.isTransactional() ? 1 : 2;
    }

    @TestFactory
    Stream<DynamicTest> partitions_take_none_of_their_own(PostgresServer postgres) {
        return EachServer.all(postgres)
                .map(server -> server.test("partitions", fresh -> {
                    Database.of(fresh.dataSource())
                            .execute(new Sql("CREATE TABLE reading (id INT NOT NULL) PARTITION BY "
                                    + (server.isTransactional() ? "HASH (id)" : "HASH (id) PARTITIONS 2")));
                    assertThat(CallCounter.trips(fresh.dataSource(), Database::read))
                            .isEqualTo(reading(server));
                    assertThat(Database.of(fresh.dataSource()).read().schema().table("reading"))
                            .hasValueSatisfying(
                                    table -> assertThat(table.options().get("partition by"))
                                            .isPresent());
                }));
    }

    @TestFactory
    Stream<DynamicTest> an_alter_with_nothing_to_do_is_as_many(PostgresServer postgres) {
        return EachServer.all(postgres)
                .map(server -> server.test("alter", fresh -> {
                    Models models = models(60);
                    Sync.create().run(models, Database.of(fresh.dataSource()));
                    assertThat(CallCounter.trips(fresh.dataSource(), d -> assertThat(
                                            Sync.alter().run(models, d).isEmpty())
                                    .isTrue()))
                            .isEqualTo(reading(server));
                }));
    }

    @TestFactory
    Stream<DynamicTest> reading_what_is_likely_to_be_empty_is_one_or_one_more(PostgresServer postgres) {
        return EachServer.all(postgres)
                .map(server -> server.test("empty", fresh -> {
                    Database database = Database.of(fresh.dataSource());
                    assertThat(database.readIfAny()).isEqualTo(database.read());
                    assertThat(CallCounter.trips(fresh.dataSource(), Database::readIfAny))
                            .isEqualTo(1);
                    Sync.create().run(models(2), database);
                    assertThat(database.readIfAny().schema().tables()).hasSize(2);
                    assertThat(database.readIfAny()).isEqualTo(database.read());
                    assertThat(CallCounter.trips(fresh.dataSource(), Database::readIfAny))
                            .isEqualTo(1 + reading(server));
                }));
    }

    /** The catalog, what hangs on the foreign keys, and what could stand in their way. */
    @Test
    void making_foreign_keys_anew_takes_as_many_for_many_as_for_one(Database database) {
        int two = planned(database, 2);

        assertThat(planned(database, 9)).isEqualTo(two);
    }

    private static int planned(Database database, int tables) {
        Sync.force().run(models(tables, ReferentialAction.SET_NULL), database);
        database.execute(new Sql("COMMENT ON CONSTRAINT \"t1_parentId_fkey\" ON t1 IS 'parent'"));
        return CallCounter.trips(database.dataSource(), d -> assertThat(Sync.alter()
                        .plan(models(tables, ReferentialAction.CASCADE), d)
                        .render())
                .contains("COMMENT ON CONSTRAINT \"t1_parentId_fkey\" ON t1 IS 'parent'"));
    }

    @Test
    void an_enum_type_alone_is_something(Database database) {
        database.execute(new Sql("CREATE TYPE mood AS ENUM ('calm')"));

        assertThat(database.readIfAny().schema().enums()).hasSize(1);
    }

    /** Each drops its enum types and makes them anew, unless something else uses them. */
    @Test
    void forcing_takes_as_many_for_many_enum_types_as_for_one(Database database) {
        assertThat(forcedAgain(database, 9)).isEqualTo(forcedAgain(database, 1));
    }

    private static int forcedAgain(Database database, int types) {
        Models models = Models.define(all -> {
            for (int i = 0; i < types; i++) {
                String name = "t" + i;
                all.model(name, m -> m.tableName(name)
                        .attribute("mood", enumOf("calm", "wild"))
                        .noTimestamps());
            }
        });
        Sync.force().run(models, database);
        return CallCounter.trips(database.dataSource(), d -> Sync.force().run(models, d));
    }
}
