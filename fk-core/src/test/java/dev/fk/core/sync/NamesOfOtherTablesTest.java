package dev.fk.core.sync;

import static dev.fk.core.model.Attributes.integer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fk.core.database.Database;
import dev.fk.core.model.ModelSpec;
import dev.fk.core.model.Models;
import dev.fk.core.plan.Plan;
import dev.fk.core.schema.Constraint;
import dev.fk.core.schema.Table;
import dev.fk.core.testing.EachServer;
import dev.fk.core.testing.OnPostgres;
import dev.fk.core.testing.PostgresServer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** A table gets a name that something of another table has already: which is left alone where the server takes both. */
@OnPostgres
@Tag("thorough")
class NamesOfOtherTablesTest {
    private static Models models(Consumer<ModelSpec> later) {
        return Models.define(models -> {
            models.model("Parent", m -> m.tableName("parent")
                    .noTimestamps()
                    .attribute("id", integer().primaryKey()));
            models.model("First", m -> m.tableName("first")
                    .noTimestamps()
                    .attribute("id", integer().primaryKey())
                    .attribute("parent_id", integer().references("parent", "id"))
                    .attribute("number", integer().unique())
                    .check("number > 0"));
            models.model(
                    "Second",
                    m -> later.accept(m.tableName("second")
                            .noTimestamps()
                            .attribute("id", integer().primaryKey())
                            .attribute("number", integer())
                            .attribute("parent_id", integer())));
        });
    }

    private static Stream<DynamicTest> taken(
            String what,
            Function<Table, Constraint> there,
            Function<String, Consumer<ModelSpec>> named,
            Stream<EachServer> servers) {
        return servers.map(server -> server.test(what, fresh -> {
            Database database = Database.of(fresh.dataSource());
            Sync.create().run(models(m -> {}), database);
            Constraint holder =
                    there.apply(database.read().schema().table("first").orElseThrow());
            Models wanted = models(named.apply(holder.name().orElseThrow()));

            Plan plan = Sync.alter().verifying().run(wanted, database);

            assertThat(plan.steps()).allMatch(s -> s.source().subject().name().equals("second"));
            assertThat(Sync.alter().plan(wanted, database).isEmpty()).isTrue();
        }));
    }

    @TestFactory
    Stream<DynamicTest> of_keys() {
        return taken(
                "index",
                t -> t.uniqueKeys().get(0),
                name -> m -> m.index(i -> i.named(name).on("number")),
                EachServer.family());
    }

    @TestFactory
    Stream<DynamicTest> of_foreign_keys(PostgresServer postgres) {
        return taken(
                "foreign key",
                t -> t.foreignKeys().get(0),
                name -> m -> m.attribute(
                        "other_id", integer().references("parent", "id").constraintName(name)),
                EachServer.all(postgres).filter(EachServer::isTransactional));
    }

    @TestFactory
    Stream<DynamicTest> of_checks(PostgresServer postgres) {
        return taken(
                "check",
                t -> t.checks().get(0),
                name -> m -> m.check(name, "number > 5"),
                EachServer.all(postgres).filter(EachServer::isTransactional));
    }
}
