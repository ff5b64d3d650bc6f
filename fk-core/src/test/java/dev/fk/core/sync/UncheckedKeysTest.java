package dev.fk.core.sync;

import static dev.fk.core.model.Attributes.integer;
import static dev.fk.core.model.Attributes.string;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fk.core.database.Database;
import dev.fk.core.dialect.Gap;
import dev.fk.core.model.Attribute;
import dev.fk.core.model.Models;
import dev.fk.core.plan.Plan;
import dev.fk.core.plan.Step;
import dev.fk.core.schema.Table;
import dev.fk.core.testing.EachServer;
import dev.fk.core.testing.OnPostgres;
import dev.fk.core.testing.PostgresServer;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** Foreign keys of which MySQL from 9.6 on will not check all rows, for the sake of an index: the plan that makes them says so. */
@OnPostgres
@Tag("thorough")
class UncheckedKeysTest {
    private static Models orders(Attribute<?> note, String... unique) {
        return Models.define(models -> {
            var customer = models.model("Customer", m -> m.tableName("customer")
                    .noTimestamps()
                    .attribute("id", integer().primaryKey()));
            var order = models.model("Order", m -> m.tableName("orders")
                    .noTimestamps()
                    .attribute("id", integer().primaryKey())
                    .attribute("customer_id", integer().notNull())
                    .attribute("note", note)
                    .unique(unique));
            order.belongsTo(customer, o -> o.foreignKey("customer_id"));
        });
    }

    private static List<String> reasons(Plan plan) {
        return plan.steps().stream()
                .map(Step::assessment)
                .map(Object::toString)
                .filter(r -> r.contains("takes any"))
                .toList();
    }

    private static Optional<Gap> gap(Database database) {
        Table table = database.read().schema().table("orders").orElseThrow();
        return database.dialect()
                .gaps(database.server())
                .flatMap(g -> g.of(table, table.foreignKeys().get(0)));
    }

    @TestFactory
    Stream<DynamicTest> are_told_by_the_plan_that_makes_them(PostgresServer postgres) {
        return EachServer.all(postgres)
                .map(server -> server.test("unchecked", fresh -> {
                    Database database = Database.of(fresh.dataSource());
                    Models safe = orders(string(20).notNull(), "customer_id", "note");
                    Models unsafe = orders(string(20), "customer_id", "note");
                    Models behind = orders(string(20), "note", "customer_id");

                    assertThat(reasons(Sync.force().plan(safe, database))).isEmpty();
                    Plan creating = Sync.force().run(unsafe, database);
                    Optional<Gap> gap = gap(database);
                    assertThat(reasons(creating)).hasSize(gap.isPresent() ? 1 : 0);
                    assertThat(reasons(Sync.alter().plan(unsafe, database))).isEmpty();

                    Sync.force().run(safe, database);
                    Plan loosening = Sync.alter().plan(unsafe, database);
                    assertThat(loosening.isEmpty()).isFalse();
                    assertThat(reasons(loosening)).hasSize(gap.isPresent() ? 1 : 0);
                    gap.ifPresent(g -> assertThat(loosening.render()).contains(g.fact() + ". " + g.remedy()));

                    Sync.alter().run(unsafe, database);
                    assertThat(reasons(Sync.alter().plan(behind, database))).isEmpty();
                }));
    }
}
