package dev.fk.core.sync;

import static dev.fk.core.model.Attributes.integer;
import static dev.fk.core.model.Attributes.string;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fk.core.database.Database;
import dev.fk.core.dialect.Sql;
import dev.fk.core.model.Models;
import dev.fk.core.plan.Risk;
import dev.fk.core.testing.EachServer;
import dev.fk.core.testing.OnPostgres;
import dev.fk.core.testing.PostgresServer;
import dev.fk.core.testing.RandomSchemas;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Columns are moved on request, with their rows, while others come and go: random orders of a table with foreign keys. */
@OnPostgres
class ReorderingTest {
    private static final int ORDERS = 25;
    private static final List<String> COLUMNS = List.of("id", "boss_id", "code", "name", "size", "weight", "label");

    private static Models models(List<String> columns) {
        return Models.define(models -> {
            var owner = models.model("Owner", m -> {
                m.tableName("owner").noTimestamps();
                for (String column : columns) {
                    switch (column) {
                        case "id" -> m.attribute("id", integer().autoIncrement().primaryKey());
                        case "boss_id" -> m.attribute("boss_id", integer());
                        case "code" -> m.attribute("code", string(10).notNull().unique("owner_code"));
                        case "label" ->
                            m.attribute("label", string(20).notNull().defaultValue("x"));
                        default -> m.attribute(column, integer().defaultValue(7));
                    }
                }
            });
            owner.belongsTo(owner, a -> a.as("boss").foreignKey("boss_id"));
        });
    }

    private static List<String> random(Random random) {
        List<String> columns = new ArrayList<>(COLUMNS);
        if (random.nextBoolean()) {
            columns.remove("weight");
        }
        if (random.nextBoolean()) {
            columns.remove("name");
        }
        Collections.shuffle(columns, random);
        return columns;
    }

    @TestFactory
    Stream<DynamicTest> columns_come_into_the_order_of_the_model(PostgresServer postgres) {
        long seed = RandomSchemas.seed();
        return EachServer.all(postgres)
                .map(server -> server.test("-Dfk.random.seed=" + seed, fresh -> {
                    Database database = Database.of(fresh.dataSource());
                    Sync.create().run(models(COLUMNS), database);
                    database.execute(new Sql("INSERT INTO owner (code, size, boss_id) VALUES ('a', 3, NULL)"));
                    Random random = new Random(seed);
                    for (int i = 0; i < ORDERS; i++) {
                        List<String> order = random(random);
                        Sync alter = Sync.alter().allowing(Risk.DESTRUCTIVE).reordering();

                        alter.verifying().run(models(order), database);

                        assertThat(alter.plan(models(order), database).steps()).isEmpty();
                        List<String> now = database.read()
                                .schema()
                                .table("owner")
                                .orElseThrow()
                                .columnNames();
                        if (server.isTransactional()) {
                            assertThat(now).as("PostgreSQL cannot move").containsExactlyInAnyOrderElementsOf(order);
                        } else {
                            assertThat(now).as("order %d", i).containsExactlyElementsOf(order);
                        }
                    }
                    assertThat(database.query(new Sql("SELECT code, size FROM owner"))
                                    .toString())
                            .isEqualTo("[{code=a, size=3}]");
                }));
    }
}
