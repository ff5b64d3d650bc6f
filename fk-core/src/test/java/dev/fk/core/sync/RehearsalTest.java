package dev.fk.core.sync;

import static dev.fk.core.model.Attributes.integer;
import static dev.fk.core.model.Attributes.string;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fk.core.database.Database;
import dev.fk.core.model.Models;
import dev.fk.core.schema.CanonicalSchema;
import dev.fk.core.testing.EachServer;
import dev.fk.core.testing.OnPostgres;
import dev.fk.core.testing.PostgresServer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** A plan that is tried out before it runs. */
@OnPostgres
class RehearsalTest {
    /** The second statement is one that no server takes and nothing but a server knows. */
    private static final Models REFUSED = Models.define(models -> models.model("Customer", m -> m.tableName("customer")
            .attribute("id", integer().primaryKey().autoIncrement())
            .attribute("email", string(90).notNull())
            .attribute("fax", string(20))
            .index(i -> i.named("odd").on("email").using("never_heard_of"))
            .noTimestamps()));

    @TestFactory
    Stream<DynamicTest> a_plan_that_works_leaves_no_trace_of_its_rehearsal(PostgresServer postgres) {
        return EachServer.all(postgres)
                .map(server -> server.test("works", fresh -> {
                    Database database = Database.of(fresh.dataSource());
                    Sync.create().run(ShopModels.BEFORE, database);
                    List<String> schemas = schemas(fresh.dataSource());
                    ShopModels.afterwards().rehearsing().run(ShopModels.AFTER, database);
                    assertThat(Sync.alter().plan(ShopModels.AFTER, database).isEmpty())
                            .isTrue();
                    assertThat(schemas(fresh.dataSource())).isEqualTo(schemas);
                }));
    }

    @TestFactory
    Stream<DynamicTest> a_plan_that_the_server_refuses_is_refused_elsewhere(PostgresServer postgres) {
        return EachServer.all(postgres)
                .map(server -> server.test("refused", fresh -> {
                    Database database = Database.of(fresh.dataSource());
                    Sync.create().run(ShopModels.BEFORE, database);
                    List<String> schemas = schemas(fresh.dataSource());
                    CanonicalSchema untouched = database.read();
                    assertThatThrownBy(() -> Sync.alter().rehearsing().run(REFUSED, database))
                            .isInstanceOf(RehearsalException.class)
                            .hasMessageStartingWith("Tried out on " + database.server())
                            .hasMessageContainingAll("was not touched.", "✘", "odd");
                    assertThat(database.read()).isEqualTo(untouched);
                    assertThat(schemas(fresh.dataSource())).isEqualTo(schemas);
                }));
    }

    @TestFactory
    Stream<DynamicTest> a_rehearsal_beside_an_open_transaction_is_refused(PostgresServer postgres) {
        return EachServer.all(postgres)
                .map(server -> server.test("open transaction", fresh -> {
                    Database database = Database.of(fresh.dataSource());
                    assertThatThrownBy(() -> database.inTransaction(
                                    inside -> Sync.create().rehearsing().run(ShopModels.BEFORE, inside)))
                            .hasMessageContaining("Do it before the transaction begins.");
                    assertThat(database.read().schema().tables()).isEmpty();
                }));
    }

    private static List<String> schemas(DataSource dataSource) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT schema_name FROM information_schema.schemata WHERE schema_name LIKE 'fk\\_rehearsal%'"
                                + " OR schema_name = 'public' ORDER BY 1")) {
            List<String> names = new ArrayList<>();
            while (rows.next()) {
                names.add(rows.getString(1));
            }
            return names;
        }
    }
}
