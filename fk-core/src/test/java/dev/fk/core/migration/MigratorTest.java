package dev.fk.core.migration;

import static dev.fk.core.migration.Constraints.check;
import static dev.fk.core.migration.Constraints.foreignKey;
import static dev.fk.core.migration.Constraints.foreignKeyOn;
import static dev.fk.core.migration.Constraints.unique;
import static dev.fk.core.model.Attributes.enumOf;
import static dev.fk.core.model.Attributes.integer;
import static dev.fk.core.model.Attributes.string;
import static dev.fk.core.schema.ReferentialAction.CASCADE;
import static dev.fk.core.schema.ReferentialAction.SET_NULL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.fk.core.database.Database;
import dev.fk.core.dialect.Sql;
import dev.fk.core.diff.ColumnPosition;
import dev.fk.core.migration.KilledMigration.Moment;
import dev.fk.core.migration.MigrationStatus.State;
import dev.fk.core.schema.CanonicalSchema;
import dev.fk.core.testing.EachServer;
import dev.fk.core.testing.Golden;
import dev.fk.core.testing.OnPostgres;
import dev.fk.core.testing.PostgresServer;
import dev.fk.core.testing.Unordered;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Migrations on every server. */
@OnPostgres
class MigratorTest {
    static final Migration USERS = new Step(
            "20240101-users",
            q -> q.createTable(
                    "users", t -> t.column("id", integer().primaryKey().autoIncrement())
                            .column("name", string(40).notNull().unique())
                            .column("kind", enumOf("person", "robot").notNull())
                            .column("note", string(100).comment("free"))));
    private static final Migration EMAILS = new Step(
            "20240102-emails",
            q -> q.createTable("user_emails", t -> t.column(
                            "id", integer().primaryKey().autoIncrement())
                    .column("user_id", integer().references("users", "id").onDelete(CASCADE))));
    private static final Migration REGION = new Step("20240103-region", q -> q.createTable(
                    "regions", t -> t.column("id", integer().primaryKey()))
            .addColumn(
                    "users",
                    "region_id",
                    integer().references("regions", "id").onDelete(SET_NULL),
                    ColumnPosition.after("name"))
            .addIndex("users", "kind", "name"));
    private static final Migration CHANGES =
            new Step("20240104-changes", q -> q.removeConstraint("user_emails", foreignKeyOn("user_id"))
                    .addColumn("user_emails", "address", string(190).notNull().defaultValue("none"))
                    .addConstraint("user_emails", unique("address"))
                    .addConstraint("user_emails", check("address <> ''", "address"))
                    .addConstraint(
                            "user_emails",
                            foreignKey("user_id").references("users", "id").named("emails_of"))
                    .removeColumn("users", "note")
                    .changeColumn("users", "name", string(60))
                    .renameColumn("users", "kind", "sort")
                    .renameTable("regions", "areas"));
    private static final Migration DROPS =
            new Step("20240105-drops", q -> q.dropTable("user_emails").removeColumn("users", "region_id"));
    private static final Migrator ALL = Migrator.of(DROPS, CHANGES, REGION, EMAILS, USERS);

    private static CanonicalSchema visible(Database database) {
        return CallHandler.withoutOwn(database.read());
    }

    /** Forty lines make an enum type anew, of which the first says what they do. */
    @Test
    void what_was_rolled_back_is_told_in_a_line_each(Database database) {
        Migrator.of(USERS).up(database);
        database.execute(new Sql("INSERT INTO users (name, kind) VALUES ('a', 'robot')"));
        Migrator fails = Migrator.of(
                USERS, new Step("20240102-kinds", q -> q.changeEnum("enum_users_kind", "person", "pet", "robot")
                        .insert("users", Map.of("name", "a", "kind", "pet"))));

        assertThatThrownBy(() -> fails.up(database))
                .isInstanceOf(MigrationFailedException.class)
                .hasMessageContaining("↩ DO $fk$ -- makes \"enum_users_kind\" AS ENUM ('person', 'pet', 'robot') anew")
                .hasMessageContaining(" more lines)\n  ✘ INSERT INTO");
    }

    @TestFactory
    Stream<DynamicTest> each_migration_runs_once_and_in_order(PostgresServer postgres) {
        return EachServer.all(postgres)
                .map(server -> server.test("up", fresh -> {
                    Database database = Database.of(fresh.dataSource());

                    assertThat(ALL.step(2).up(database)).containsExactly(USERS.id(), EMAILS.id());
                    assertThat(ALL.to(REGION.id()).up(database)).containsExactly(REGION.id());
                    assertThat(ALL.up(database)).containsExactly(CHANGES.id(), DROPS.id());
                    assertThat(ALL.up(database)).isEmpty();
                    assertThat(ALL.status(database).lines())
                            .hasSize(5)
                            .allMatch(l ->
                                    l.state() == State.APPLIED && l.appliedAt().isPresent());
                }));
    }

    @TestFactory
    Stream<DynamicTest> up_and_undo_leave_no_trace_at_any_step(PostgresServer postgres) {
        return EachServer.all(postgres)
                .map(server -> server.test("undo", fresh -> {
                    Database database = Database.of(fresh.dataSource());
                    List<CanonicalSchema> before = new ArrayList<>();
                    for (int i = 0; i < ALL.migrations().size(); i++) {
                        before.add(visible(database));
                        ALL.step(1).up(database);
                    }
                    CanonicalSchema head = visible(database);
                    for (int i = before.size() - 1; i >= 0; i--) {
                        ALL.undo(database);
                        assertSame(visible(database), before.get(i), server);
                    }
                    ALL.up(database);
                    assertSame(visible(database), head, server);
                    assertThat(ALL.undoTo(database, REGION.id()))
                            .containsExactly(DROPS.id(), CHANGES.id(), REGION.id());
                    assertThat(ALL.undoAll(database)).containsExactly(EMAILS.id(), USERS.id());
                    assertThat(visible(database).schema().tables()).isEmpty();
                    assertThat(ALL.undoAll(database)).isEmpty();
                }));
    }

    /** PostgreSQL appends columns, wherever they once were. */
    private static void assertSame(CanonicalSchema actual, CanonicalSchema expected, EachServer server) {
        if (server.isTransactional()) {
            assertThat(Unordered.of(actual.schema())).isEqualTo(Unordered.of(expected.schema()));
        } else {
            assertThat(actual).isEqualTo(expected);
        }
    }

    @TestFactory
    Stream<DynamicTest> of_several_at_once_one_runs_them(PostgresServer postgres) {
        return EachServer.all(postgres)
                .map(server -> server.test("at once", fresh -> {
                    Database database = Database.of(fresh.dataSource());
                    Callable<List<String>> up = () -> ALL.up(database);
                    ExecutorService threads = Executors.newFixedThreadPool(4);
                    List<List<String>> ran = new ArrayList<>();
                    for (Future<List<String>> future : threads.invokeAll(List.of(up, up, up, up))) {
                        ran.add(future.get());
                    }
                    threads.shutdown();
                    assertThat(ran)
                            .filteredOn(r -> !r.isEmpty())
                            .singleElement()
                            .satisfies(r -> assertThat(r).hasSize(5));
                }));
    }

    @TestFactory
    Stream<DynamicTest> a_failure_in_the_middle_says_what_stays_and_can_be_repaired(PostgresServer postgres) {
        Migration failing = new Step("20240102-failing", q -> q.addColumn("users", "age", integer())
                .sql("INSERT INTO nowhere (id) VALUES (1)")
                .createTable("late", t -> t.column("id", integer().primaryKey())));
        Migration mended = new Step("20240102-failing", q -> q.addColumn("users", "age", integer())
                .createTable("late", t -> t.column("id", integer().primaryKey())));
        Migrator broken = Migrator.of(USERS, failing, REGION);
        Migrator whole = Migrator.of(USERS, mended, REGION);
        return EachServer.all(postgres)
                .map(server -> server.test("failure", fresh -> {
                    Database database = Database.of(fresh.dataSource());
                    Migrator.of(USERS).up(database);
                    CanonicalSchema before = visible(database);

                    Throwable failure = catchThrowable(() -> broken.up(database));

                    assertThat(failure).isInstanceOf(MigrationFailedException.class);
                    golden("failed-" + server, failure, database);
                    if (server.isTransactional()) {
                        assertThat(visible(database)).isEqualTo(before);
                        assertThat(broken.status(database).in(State.PENDING))
                                .containsExactly(failing.id(), REGION.id());
                    } else {
                        assertThat(visible(database)).isNotEqualTo(before);
                        assertThatThrownBy(() -> whole.up(database))
                                .isInstanceOf(MigrationProblemsException.class)
                                .hasMessageContaining("20240102-failing is half done");
                        assertThat(broken.status(database).in(State.HALF_APPLIED))
                                .containsExactly(failing.id());
                        assertThat(whole.repair(database)).containsExactly(failing.id());
                        assertThat(visible(database)).isEqualTo(before);
                    }
                    assertThat(whole.up(database)).containsExactly(failing.id(), REGION.id());
                }));
    }

    @TestFactory
    Stream<DynamicTest> a_transaction_that_fails_is_told_statement_by_statement(PostgresServer postgres) {
        Migration failing = new Step(
                "20240102-failing",
                q -> q.transaction(t -> t.addColumn("users", "age", integer())
                        .sql("INSERT INTO users (name, kind) VALUES ('ann', 'person')")
                        .sql("INSERT INTO users (name, kind) VALUES ('ann', 'person')")));
        Migrator migrator = Migrator.of(USERS, failing);
        return EachServer.all(postgres)
                .map(server -> server.test("transaction", fresh -> {
                    Database database = Database.of(fresh.dataSource());
                    Migrator.of(USERS).up(database);
                    CanonicalSchema before = visible(database);

                    String added = server.isTransactional() ? "↩" : "✔";
                    assertThatThrownBy(() -> migrator.up(database))
                            .isInstanceOf(MigrationFailedException.class)
                            .hasMessageContaining("  " + added + " ALTER TABLE")
                            .hasMessageContaining("  ↩ INSERT INTO users")
                            .hasMessageContaining("  ✘ INSERT INTO users");
                    migrator.repair(database);
                    assertThat(visible(database)).isEqualTo(before);
                }));
    }

    @TestFactory
    Stream<DynamicTest> sql_of_its_own_is_not_undone_by_itself(PostgresServer postgres) {
        Migration own = new Step(
                "20240102-own", q -> q.addColumn("users", "age", integer()).sql("UPDATE users SET age = 1"));
        Migrator migrator = Migrator.of(USERS, own);
        return EachServer.all(postgres)
                .map(server -> server.test("sql", fresh -> {
                    Database database = Database.of(fresh.dataSource());
                    migrator.up(database);
                    CanonicalSchema before = database.read();
                    assertThatThrownBy(() -> migrator.undoAll(database))
                            .isInstanceOf(IrreversibleMigrationException.class)
                            .hasMessageContaining("20240102-own cannot be taken back by itself")
                            .hasMessageContaining("UPDATE users SET age = 1")
                            .hasMessageContaining("Write down(QueryInterface)");
                    assertThat(database.read()).isEqualTo(before);
                }));
    }

    @TestFactory
    Stream<DynamicTest> a_foreign_key_to_a_table_of_a_later_migration_is_found_before_anything_runs(
            PostgresServer postgres) {
        Migration project = new Step(
                "20220216-create-project",
                q -> q.createTable("project", t -> t.column("id", integer().primaryKey())
                        .column("projectTypeId", integer().references("project_type", "id"))));
        Migration type = new Step(
                "20220217-create-project-type",
                q -> q.createTable("project_type", t -> t.column("id", integer().primaryKey())));
        return EachServer.all(postgres)
                .map(server -> server.test("order", fresh -> {
                    Database database = Database.of(fresh.dataSource());
                    assertThatThrownBy(() -> Migrator.of(USERS, project, type).up(database))
                            .isInstanceOfSatisfying(MigrationProblemsException.class, e -> assertThat(e.problems())
                                    .containsExactly("20220216-create-project adds a foreign key project(projectTypeId)"
                                            + " → project_type(id), but project_type is created later,"
                                            + " by 20220217-create-project-type. Rename the files, or"
                                            + " add the constraint in the later one with"
                                            + " q.addConstraint(\"project\", …)."));
                    assertThat(database.read().schema().tables()).isEmpty();
                }));
    }

    @TestFactory
    Stream<DynamicTest> a_process_killed_between_two_calls_is_repaired(PostgresServer postgres) {
        return EachServer.all(postgres)
                .map(server -> server.test("killed", fresh -> {
                    Database database = Database.of(fresh.dataSource());
                    Migrator.of(USERS).up(database);
                    CanonicalSchema before = visible(database);
                    assertThat(KilledMigration.dieAt(Moment.BETWEEN_CALLS, fresh.url()))
                            .isEqualTo(KilledMigration.KILLED);

                    Migrator migrator = Migrator.of(USERS, KilledMigration.migration(() -> {}));
                    assertThat(migrator.repair(database)).hasSize(server.isTransactional() ? 0 : 1);
                    assertThat(visible(database)).isEqualTo(before);
                    assertThat(migrator.up(database)).containsExactly(KilledMigration.ID);
                }));
    }

    @TestFactory
    Stream<DynamicTest> a_process_killed_before_it_wrote_down_what_it_did_is_told_by_the_catalog(
            PostgresServer postgres) {
        return EachServer.all(postgres)
                .map(server -> server.test("killed", fresh -> {
                    Database database = Database.of(fresh.dataSource());
                    Migrator.of(USERS).up(database);
                    CanonicalSchema before = visible(database);
                    assertThat(KilledMigration.dieAt(Moment.AFTER_A_STATEMENT_BEFORE_IT_IS_WRITTEN_DOWN, fresh.url()))
                            .isEqualTo(KilledMigration.KILLED);

                    Migrator migrator = Migrator.of(USERS, KilledMigration.migration(() -> {}));
                    if (!server.isTransactional()) {
                        assertThatThrownBy(() -> migrator.repair(database))
                                .isInstanceOf(UncertainMigrationException.class)
                                .hasMessageContaining("✔ ALTER TABLE `users`")
                                .hasMessageContaining("? CREATE TABLE `late`");
                        database.execute(new Sql("DROP TABLE late"));
                        assertThat(migrator.repair(database)).containsExactly(KilledMigration.ID);
                    }
                    assertThat(visible(database)).isEqualTo(before);
                    assertThat(migrator.up(database)).containsExactly(KilledMigration.ID);
                }));
    }

    private static void golden(String name, Throwable failure, Database database) throws java.io.IOException {
        String text = String.valueOf(failure.getMessage())
                .replace(database.toString(), "<database>")
                .replace(database.server().database(), "<name>")
                .replaceAll("\\(conn=\\d+\\) ", "");
        Golden.assertEqual("migration/" + name.replaceAll("[^A-Za-z0-9.]+", "-") + ".txt", text + "\n");
    }
}
