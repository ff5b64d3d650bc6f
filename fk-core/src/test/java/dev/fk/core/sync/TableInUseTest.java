package dev.fk.core.sync;

import static dev.fk.core.model.Attributes.integer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.fk.core.database.Database;
import dev.fk.core.database.DatabaseException;
import dev.fk.core.database.StatementFailedException;
import dev.fk.core.dialect.Cause;
import dev.fk.core.dialect.Sql;
import dev.fk.core.explain.Explanation;
import dev.fk.core.migration.Migration;
import dev.fk.core.migration.MigrationFailedException;
import dev.fk.core.migration.Migrator;
import dev.fk.core.migration.QueryInterface;
import dev.fk.core.model.Models;
import dev.fk.core.plan.Risk;
import dev.fk.core.testing.EachServer;
import dev.fk.core.testing.EachServer.FreshDatabase;
import dev.fk.core.testing.OnPostgres;
import dev.fk.core.testing.PostgresServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.postgresql.ds.PGSimpleDataSource;

/** Somebody has a transaction open and does not end it. */
@OnPostgres
class TableInUseTest {
    private static final Models MODELS = Models.define(models -> models.model("Chat", m -> m.tableName("chat")
            .attribute("id", integer().primaryKey())
            .attribute("more", integer())
            .noTimestamps()));

    private record AddsColumn() implements Migration {
        @Override
        public String id() {
            return "1";
        }

        @Override
        public void up(QueryInterface q) {
            q.addColumn("chat", "more", integer());
        }
    }

    /** A transaction that has done this. */
    private static Connection open(FreshDatabase fresh, String sql) throws SQLException {
        Connection connection = fresh.dataSource().getConnection();
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
        return connection;
    }

    private static Database withChat(FreshDatabase fresh) {
        Database database = Database.of(fresh.dataSource());
        database.execute(new Sql("CREATE TABLE chat (id INT PRIMARY KEY, CHECK (id > 0))"));
        return database;
    }

    private static Object setting(Database database, EachServer server) {
        String name = server.isTransactional() ? "current_setting('lock_timeout')" : "@@SESSION.lock_wait_timeout";
        return database.query(new Sql("SELECT " + name + " AS wait")).get(0).get("wait");
    }

    @TestFactory
    Stream<DynamicTest> a_sync_says_who_uses_the_table(PostgresServer postgres) {
        return EachServer.all(postgres)
                .map(server -> server.test("sync", fresh -> {
                    Database database = withChat(fresh);
                    Sync impatient = Sync.alter().allowing(Risk.values()).waiting(Duration.ZERO);
                    try (Connection other = open(fresh, "SELECT *\n FROM chat")) {
                        StatementFailedException failed = catchThrowableOfType(
                                StatementFailedException.class, () -> impatient.run(MODELS, database));

                        assertThat(failed.explanations())
                                .singleElement()
                                .satisfies(e -> assertIsOf(server, e, "SELECT * FROM chat"));
                        assertThat(failed).hasMessageContaining("Nothing was changed");
                        other.rollback();
                    }
                    assertThat(impatient.run(MODELS, database).isEmpty()).isFalse();
                }));
    }

    private static void assertIsOf(EachServer server, Explanation explanation, String statement) {
        assertThat(explanation.cause()).isEqualTo(Cause.LOCKED);
        boolean tells = !server.toString().startsWith("mariadb");
        assertThat(explanation.fact())
                .isEqualTo(
                        tells
                                ? "chat cannot be changed while a transaction that has used it is open"
                                : "chat is in use, and a transaction is open");
        assertThat(explanation.evidence())
                .singleElement()
                .asString()
                .startsWith("connection ")
                .contains(" of ");
        if (tells) {
            assertThat(explanation.evidence().get(0))
                    .contains(", in a transaction since ")
                    .endsWith("; its last statement: " + statement);
        }
        assertThat(explanation.fix().before())
                .singleElement()
                .asString()
                .startsWith(server.isTransactional() ? "SELECT pg_terminate_backend(" : "KILL ");
    }

    @TestFactory
    Stream<DynamicTest> a_migration_says_who_uses_the_table(PostgresServer postgres) {
        return EachServer.all(postgres)
                .map(server -> server.test("migration", fresh -> {
                    Database database = withChat(fresh);
                    Migrator migrator = Migrator.of(new AddsColumn()).waiting(Duration.ZERO);
                    try (Connection other = open(fresh, "SELECT * FROM chat")) {
                        MigrationFailedException failed =
                                catchThrowableOfType(MigrationFailedException.class, () -> migrator.up(database));

                        assertThat(failed).hasMessageContaining("connection ").hasMessageContaining(" is open");
                        other.rollback();
                    }
                    assertThat(migrator.up(database)).containsExactly("1");
                }));
    }

    @TestFactory
    Stream<DynamicTest> a_connection_waits_afterwards_as_it_did_before(PostgresServer postgres) {
        return EachServer.all(postgres)
                .map(server -> server.test("settings", fresh -> {
                    Database database = withChat(fresh);
                    database.onOneConnection(one -> {
                        Object before = setting(one, server);
                        Sync.alter().run(MODELS, one);
                        one.inTransaction(inside -> {
                            inside.read();
                            assertThat(setting(inside, server)).isEqualTo(before);
                        });
                        return assertThat(setting(one, server)).isEqualTo(before);
                    });
                }));
    }

    @Test
    void who_has_said_how_long_to_wait_waits_no_longer_for_the_catalog(PostgresServer postgres) throws Exception {
        PGSimpleDataSource impatient = (PGSimpleDataSource) postgres.freshDataSource();
        impatient.setOptions("-c lock_timeout=50");
        FreshDatabase fresh = new FreshDatabase(impatient, "");
        Database database = withChat(fresh);
        try (Connection other = open(fresh, "ALTER TABLE chat ADD more int")) {
            DatabaseException failed = catchThrowableOfType(DatabaseException.class, database::read);

            assertThat(failed.explanations()).singleElement().satisfies(e -> {
                assertThat(e.fact()).isEqualTo("chat cannot be read while a transaction that has changed it is open");
                assertThat(e.evidence().get(0)).endsWith("; its last statement: ALTER TABLE chat ADD more int");
            });
            other.commit();
        }
        assertThat(database.read().schema().table("chat").orElseThrow().columnNames())
                .contains("more");
    }
}
