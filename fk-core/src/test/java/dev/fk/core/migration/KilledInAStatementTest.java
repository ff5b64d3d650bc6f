package dev.fk.core.migration;

import static dev.fk.core.model.Attributes.integer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fk.core.database.Database;
import dev.fk.core.dialect.Sql;
import dev.fk.core.migration.MigrationStatus.State;
import dev.fk.core.schema.CanonicalSchema;
import dev.fk.core.testing.EachServer;
import dev.fk.core.testing.OnPostgres;
import dev.fk.core.testing.PostgresServer;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** A process that is killed (SIGKILL) while a statement of its migration waits on the server. */
@OnPostgres
class KilledInAStatementTest {
    private static final int MILLIS = 50;
    private static final int PATIENCE = 1200;

    @TestFactory
    Stream<DynamicTest> what_ran_is_told_taken_back_and_the_migration_runs_again(PostgresServer postgres) {
        return EachServer.all(postgres)
                .map(server -> server.test("killed in a statement", fresh -> {
                    Database database = Database.of(fresh.dataSource());
                    Migrator.of(MigratorTest.USERS).up(database);
                    CanonicalSchema before = CallHandler.withoutOwn(database.read());
                    Migrator migrator = Migrator.of(MigratorTest.USERS, BlockedMigration.MIGRATION);

                    killWhileItWaits(database, fresh.url(), server.isTransactional());

                    if (server.isTransactional()) {
                        assertThat(migrator.repair(database)).isEmpty();
                    } else {
                        assertThat(migrator.status(database).in(State.HALF_APPLIED))
                                .containsExactly(BlockedMigration.ID);
                        assertThatThrownBy(() -> migrator.up(database))
                                .isInstanceOf(MigrationProblemsException.class)
                                .hasMessageContaining(BlockedMigration.ID + " is half done");
                        repair(migrator, database);
                    }
                    assertThat(CallHandler.withoutOwn(database.read())).isEqualTo(before);
                    assertThat(migrator.up(database)).containsExactly(BlockedMigration.ID);
                    assertThat(migrator.status(database).in(State.APPLIED)).hasSize(2);
                }));
    }

    /** The journal as it stands when the process ends while the server is at it. */
    @TestFactory
    @Tag("thorough")
    Stream<DynamicTest> whether_sql_of_its_own_ran_the_catalog_does_not_tell() {
        return EachServer.family()
                .map(server -> server.test("killed in SQL", fresh -> {
                    Database database = Database.of(fresh.dataSource());
                    Migrator migrator = Migrator.of(new Migration() {
                        @Override
                        public String id() {
                            return "1-fill";
                        }

                        @Override
                        public void up(QueryInterface q) {
                            q.createTable("early", t -> t.column("id", integer().primaryKey()));
                            q.sql("INSERT INTO early SELECT id FROM late");
                        }
                    });
                    assertThatThrownBy(() -> migrator.up(database)).isInstanceOf(MigrationFailedException.class);
                    database.execute(
                            new Sql("UPDATE fk_migration_journal SET state = 'WAITING' WHERE state = 'FAILED'"));

                    assertThatThrownBy(() -> migrator.repair(database))
                            .isInstanceOf(UncertainMigrationException.class)
                            .hasMessageContainingAll(
                                    "whether it ran, and how much of it, the catalog does not tell",
                                    "✔ CREATE TABLE `early`",
                                    "? INSERT INTO early",
                                    "Migrator.forget(database, \"1-fill\")")
                            .hasMessageNotContaining("repair again");

                    database.execute(new Sql("DROP TABLE early"));
                    migrator.forget(database, "1-fill");
                    assertThat(migrator.status(database).in(State.PENDING)).containsExactly("1-fill");
                }));
    }

    /** The journal as it stands when the process ends before a call of which all is known counts as done. */
    @TestFactory
    @Tag("thorough")
    Stream<DynamicTest> a_call_whose_opposite_is_written_down_has_run() {
        return EachServer.family()
                .map(server -> server.test("killed after a call", fresh -> {
                    Database database = Database.of(fresh.dataSource());
                    Migrator migrator = Migrator.of(new Step("1-early", q -> q.createTable(
                                    "early", t -> t.column("id", integer().primaryKey()))
                            .sql("INSERT INTO early SELECT id FROM late")));
                    assertThatThrownBy(() -> migrator.up(database)).isInstanceOf(MigrationFailedException.class);
                    database.execute(new Sql("DELETE FROM fk_migration_journal WHERE call_no = 2"));
                    database.execute(new Sql("UPDATE fk_migration_journal SET state = 'WAITING' WHERE kind = 'do'"));

                    assertThat(migrator.repair(database)).containsExactly("1-early");

                    assertThat(CallHandler.withoutOwn(database.read()).schema().tables())
                            .isEmpty();
                    assertThat(migrator.status(database).in(State.PENDING)).containsExactly("1-early");
                }));
    }

    /**
     * A transaction that has read the table keeps the ALTER of another process waiting. No server sees that its client is
     * gone while it waits, but MariaDB 11.8, which looks now and then: PostgreSQL goes on and rolls back for want of a
     * COMMIT, MySQL 9.7 goes on and has altered the table.
     */
    private static void killWhileItWaits(Database database, String url, boolean transactional)
            throws SQLException, IOException, InterruptedException {
        String waiting = transactional
                ? "SELECT COUNT(*) FROM pg_locks WHERE NOT granted AND relation = 'users'::regclass"
                : "SELECT COUNT(*) FROM information_schema.processlist WHERE db = DATABASE()"
                        + " AND state LIKE 'Waiting for table metadata lock%'";
        String connected = transactional
                ? "SELECT pid FROM pg_stat_activity WHERE datname = current_database()"
                : "SELECT id FROM information_schema.processlist WHERE db = DATABASE()";
        try (Connection reader = database.dataSource().getConnection();
                Statement statement = reader.createStatement()) {
            // Not how many: a server shows connections for a while that were closed before.
            Set<Long> others = numbers(statement, connected);
            reader.setAutoCommit(false);
            statement.executeQuery("SELECT COUNT(*) FROM users").close();
            Process process = BlockedMigration.start(url);
            until(statement, waiting, found -> found.contains(1L));
            process.destroyForcibly().waitFor();
            assertThat(process.exitValue()).isNotZero();
            reader.rollback();
            // PostgreSQL shows a transaction the same pg_stat_activity again and again.
            reader.setAutoCommit(true);
            until(statement, connected, others::containsAll);
        }
    }

    /** If the server went on after the client was gone, nobody has written down how that is taken back. */
    private static void repair(Migrator migrator, Database database) {
        if (database.read().schema().table("users").orElseThrow().column("age").isPresent()) {
            assertThatThrownBy(() -> migrator.repair(database))
                    .isInstanceOf(UncertainMigrationException.class)
                    .hasMessageContaining("✔ CREATE TABLE `early`")
                    .hasMessageContaining("? ALTER TABLE `users` ADD COLUMN `age`");
            database.execute(new Sql("ALTER TABLE users DROP COLUMN age"));
        }
        assertThat(migrator.repair(database)).containsExactly(BlockedMigration.ID);
    }

    /** No server tells of it by itself. */
    private static void until(Statement statement, String query, Predicate<Set<Long>> wanted)
            throws SQLException, InterruptedException {
        for (int i = 0; i < PATIENCE; i++) {
            if (wanted.test(numbers(statement, query))) {
                return;
            }
            Thread.sleep(MILLIS);
        }
        throw new AssertionError("Still " + numbers(statement, query) + ": " + query);
    }

    private static Set<Long> numbers(Statement statement, String query) throws SQLException {
        Set<Long> numbers = new HashSet<>();
        try (ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                numbers.add(rows.getLong(1));
            }
        }
        return numbers;
    }
}
