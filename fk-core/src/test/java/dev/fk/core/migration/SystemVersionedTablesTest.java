package dev.fk.core.migration;

import static dev.fk.core.model.Attributes.integer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fk.core.database.Database;
import dev.fk.core.dialect.Sql;
import dev.fk.core.model.Models;
import dev.fk.core.schema.Table;
import dev.fk.core.sync.Sync;
import dev.fk.core.testing.EachServer;
import java.util.Optional;
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
