package dev.fk.core.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fk.core.database.Database;
import dev.fk.core.dialect.Sql;
import dev.fk.core.plan.Plan;
import dev.fk.core.schema.CanonicalSchema;
import dev.fk.core.testing.EachServer;
import dev.fk.core.testing.EachServer.FreshDatabase;
import dev.fk.core.testing.OnPostgres;
import dev.fk.core.testing.PostgresServer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** A sync that ends in the middle: run again, it ends in the declared schema; PostgreSQL shows nothing half-done. */
@OnPostgres
@Tag("thorough")
class KilledSyncTest {
    private static final int KILLED = 137;

    private static Database before(FreshDatabase fresh) {
        Database database = Database.of(fresh.dataSource());
        Sync.create().run(ShopModels.BEFORE, database);
        return database;
    }

    private static void againUntilItIsDone(Database database) {
        ShopModels.afterwards().run(ShopModels.AFTER, database);
        assertThat(Sync.alter().plan(ShopModels.AFTER, database).isEmpty()).isTrue();
    }

    @TestFactory
    Stream<DynamicTest> killed_between_two_statements(PostgresServer postgres) {
        return EachServer.family()
                .map(server -> server.test("killed", fresh -> {
                    Database counted = before(fresh);
                    int statements = ShopModels.afterwards()
                            .plan(ShopModels.AFTER, counted)
                            .steps()
                            .size();
                    assertThat(statements).isGreaterThan(3);
                    for (int after = 1; after < statements; after++) {
                        counted.execute(new Sql("DROP TABLE IF EXISTS orders, customer"));
                        Database database = before(fresh);
                        assertThat(KilledSync.dieAfter(after, fresh.url())).isEqualTo(KILLED);
                        Plan left = ShopModels.afterwards().plan(ShopModels.AFTER, database);
                        assertThat(left.steps())
                                .as("killed after %s of %s", after, statements)
                                .isNotEmpty();
                        againUntilItIsDone(database);
                        database.execute(new Sql("ALTER TABLE orders DROP FOREIGN KEY "
                                + database.read().schema().table("orders").orElseThrow().foreignKeys().stream()
                                        .filter(k -> k.columns().contains("firstLineId"))
                                        .flatMap(k -> k.name().stream())
                                        .findFirst()
                                        .orElseThrow()));
                        database.execute(new Sql("DROP TABLE line"));
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> connection_cut_between_two_statements(PostgresServer postgres) {
        return EachServer.family()
                .map(server -> server.test("cut", fresh -> {
                    Database database = before(fresh);
                    AtomicInteger executed = new AtomicInteger();
                    Database cut = database.listening(statement -> {
                        if (executed.incrementAndGet() == 2) {
                            killOthers(fresh);
                        }
                    });
                    assertThatThrownBy(() -> ShopModels.afterwards().run(ShopModels.AFTER, cut))
                            .hasMessageContainingAll("Statement 3 of ", "  ✔ ", "  ✘ ", "  · ");
                    againUntilItIsDone(database);
                }));
    }

    private static void killOthers(FreshDatabase fresh) {
        try (Connection connection = fresh.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            StringBuilder ids = new StringBuilder();
            try (ResultSet row = statement.executeQuery("SELECT ID FROM information_schema.PROCESSLIST"
                    + " WHERE DB = DATABASE() AND ID <> CONNECTION_ID() AND IS_USED_LOCK(CONCAT('fk.', DB)) = ID")) {
                while (row.next()) {
                    ids.append(row.getString(1));
                }
            }
            statement.execute("KILL " + ids);
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot cut the connection", e);
        }
    }

    @TestFactory
    Stream<DynamicTest> postgresql_shows_nothing_of_a_connection_cut_after_any_statement(PostgresServer postgres) {
        Database counted = before(new FreshDatabase(postgres.freshDataSource(), ""));
        int statements =
                ShopModels.afterwards().plan(ShopModels.AFTER, counted).steps().size();
        return IntStream.range(1, statements)
                .mapToObj(after -> DynamicTest.dynamicTest("after " + after + " of " + statements, () -> {
                    Database database = before(new FreshDatabase(postgres.freshDataSource(), ""));
                    CanonicalSchema untouched = database.read();
                    database.execute(new Sql(cutting("pg_terminate_backend(pg_backend_pid())", after)));
                    assertThatThrownBy(() -> ShopModels.afterwards().run(ShopModels.AFTER, database))
                            .hasMessageContaining("terminating connection");
                    assertThat(database.read()).isEqualTo(untouched);
                    database.execute(new Sql("DROP EVENT TRIGGER cutting"));
                    againUntilItIsDone(database);
                }));
    }

    @TestFactory
    Stream<DynamicTest> postgresql_shows_nothing_of_a_process_killed_in_the_middle(PostgresServer postgres) {
        return EachServer.all(postgres)
                .filter(EachServer::isTransactional)
                .map(server -> server.test("killed", fresh -> {
                    Database database = before(fresh);
                    CanonicalSchema untouched = database.read();
                    database.execute(new Sql(cutting("pg_advisory_lock(7)", 2)));
                    try (Connection holder = fresh.dataSource().getConnection();
                            Statement statement = holder.createStatement()) {
                        statement.execute("SELECT pg_advisory_lock(7)");
                        Process process = KilledSync.start(1, fresh.url());
                        statement.execute(
                                untilItIs("EXISTS (SELECT FROM pg_locks WHERE locktype = 'advisory' AND NOT granted)"));
                        assertThat(KilledSync.isGone(process)).isTrue();
                        statement.execute("SELECT pg_advisory_unlock(7)");
                        statement.execute(
                                untilItIs(
                                        "NOT EXISTS (SELECT FROM pg_stat_activity WHERE datname ="
                                                + " current_database() AND pid <> pg_backend_pid() AND state IS DISTINCT FROM 'idle')"));
                    }
                    assertThat(database.read()).isEqualTo(untouched);
                    database.execute(new Sql("DROP EVENT TRIGGER cutting"));
                    againUntilItIsDone(database);
                }));
    }

    /** Calls a function once after that many commands that change the catalog. */
    private static String cutting(String call, int after) {
        return """
                CREATE SEQUENCE cutting_at;
                CREATE FUNCTION cutting() RETURNS event_trigger LANGUAGE plpgsql AS $$
                BEGIN
                  IF tg_tag = 'CREATE SCHEMA' OR EXISTS
                    (SELECT FROM pg_event_trigger_ddl_commands() WHERE schema_name LIKE 'fk_scratch%%')
                  THEN RETURN; -- not of the plan: expressions are normalised, and rolled back
                  END IF;
                  IF nextval('cutting_at') = %d THEN PERFORM %s; END IF;
                END $$;
                CREATE EVENT TRIGGER cutting ON ddl_command_end EXECUTE FUNCTION cutting();
                """
                .formatted(after, call);
    }

    private static String untilItIs(String condition) {
        return "DO $$ BEGIN FOR i IN 1..3000 LOOP EXIT WHEN " + condition
                + "; PERFORM pg_sleep(0.01), pg_stat_clear_snapshot(); END LOOP; END $$";
    }
}
