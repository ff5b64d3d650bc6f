package dev.fk.core.sync;

import static dev.fk.core.model.Attributes.integer;
import static dev.fk.core.plan.Risk.DESTRUCTIVE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fk.core.database.Database;
import dev.fk.core.dialect.Sql;
import dev.fk.core.model.Attribute;
import dev.fk.core.model.Models;
import dev.fk.core.testing.EachServer;
import dev.fk.core.testing.OnPostgres;
import dev.fk.core.testing.PostgresServer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Columns that a model has computed by the server. */
@OnPostgres
class GeneratedColumnsTest {
    private static Models lines(Attribute<?> total) {
        return Models.define(models -> models.model("Line", m -> m.tableName("line")
                .noTimestamps()
                .attribute("id", integer().primaryKey())
                .attribute("price", integer().notNull())
                .attribute("quantity", integer().notNull())
                .attribute("total", total)));
    }

    @TestFactory
    Stream<DynamicTest> are_created_altered_and_left_alone(PostgresServer postgres) {
        return EachServer.all(postgres)
                .map(server -> server.test("price * quantity", fresh -> {
                    Database database = Database.of(fresh.dataSource());
                    Models product = lines(integer().generatedAs("price * quantity"));
                    Sync.create().run(product, database);
                    database.execute(new Sql("INSERT INTO line (id, price, quantity) VALUES (1, 3, 4)"));
                    assertThat(total(fresh.dataSource())).isEqualTo(12);
                    assertThat(Sync.alter().plan(product, database).isEmpty()).isTrue();

                    Models sum = lines(integer().generatedAs("price + quantity"));
                    Sync.alter().allowing(DESTRUCTIVE).verifying().run(sum, database);

                    assertThat(total(fresh.dataSource())).isEqualTo(7);
                    assertThat(Sync.alter().plan(sum, database).isEmpty()).isTrue();
                }));
    }

    @TestFactory
    Stream<DynamicTest> become_plain_ones_with_what_they_hold(PostgresServer postgres) {
        return EachServer.all(postgres)
                .map(server -> server.test("what was computed", fresh -> {
                    Database database = Database.of(fresh.dataSource());
                    Sync.create().run(lines(integer().generatedAs("price * quantity")), database);
                    database.execute(new Sql("INSERT INTO line (id, price, quantity) VALUES (1, 3, 4)"));

                    Sync.alter().verifying().run(lines(integer()), database);

                    database.execute(new Sql("UPDATE line SET price = 5"));
                    assertThat(total(fresh.dataSource())).isEqualTo(12);
                }));
    }

    private static int total(DataSource dataSource) throws Exception {
        try (Connection connection = dataSource.getConnection();
                ResultSet row = connection.createStatement().executeQuery("SELECT total FROM line")) {
            row.next();
            return row.getInt(1);
        }
    }
}
