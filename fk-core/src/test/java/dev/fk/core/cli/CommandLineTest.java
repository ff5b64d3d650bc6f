package dev.fk.core.cli;

import static dev.fk.core.model.Attributes.integer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fk.core.database.Database;
import dev.fk.core.dialect.Sql;
import dev.fk.core.migration.Migration;
import dev.fk.core.migration.QueryInterface;
import dev.fk.core.source.MigrationSource;
import dev.fk.core.testing.EachServer;
import dev.fk.core.testing.Golden;
import dev.fk.core.testing.OnPostgres;
import dev.fk.core.testing.PostgresServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** What a terminal shows, from the first migration to a written one. */
@OnPostgres
class CommandLineTest {
    @TempDir
    private Path folder;

    @TestFactory
    Stream<DynamicTest> a_day_at_the_terminal(PostgresServer postgres) {
        return EachServer.all(postgres)
                .map(server -> server.test("commands", fresh -> {
                    Path project = Files.createTempDirectory(folder, "project");
                    Shell shell = Shell.on(fresh, project)
                            .with(Settings.MIGRATIONS, "dev.fk.core.cli.shop")
                            .with(Settings.MODELS, ShopModels.class.getName());
                    Database database = Database.of(fresh.dataSource());
                    Transcript day = new Transcript(shell, database);

                    day.run("db:migrate:status");
                    day.run("db:migrate", "--dry-run");
                    day.run("db:migrate", "--step", "1");
                    day.run("db:migrate", "--to", "20240102-create-order");
                    day.run("db:migrate");
                    day.run("db:migrate");
                    day.run("db:migrate:status", "--exit-code");
                    day.run("db:constraints");
                    day.run("db:constraints", "--table", "order");
                    day.run("db:constraints", "--foreign-keys", "--json");
                    day.run("db:migrate:undo", "--name", "20240101-create-customers");
                    day.run("db:migrate:undo", "--to", "20240102");
                    day.run("db:migrate:undo");
                    day.run("db:migrate:repair");
                    day.run("db:migrate");
                    day.run("db:diff", "--exit-code");
                    day.run("db:plan");
                    day.run("db:sync");
                    day.run("migration:create", "--name", "as-the-models-say", "--from-diff");
                    day.show(project.resolve("src/main/java/dev/fk/core/cli/shop/AsTheModelsSay.java"));
                    day.run("db:sync", "--allow-destructive", "--rehearse", "--verify");
                    day.run("migration:create", "--name", "once more", "--from-diff");
                    day.run("db:plan", "--online", "--exit-code");
                    day.run("db:migrate:forget", "--name", "20240102-create-ordres");
                    day.run("db:migrate:forget", "--name", "20240102-create-orders");
                    day.run("db:migrate:status");
                    day.run("db:migrate:mark", "--name", "20240102-create-orders");
                    day.run("db:migrate:undo", "--all");

                    Golden.assertEqual("cli/day-" + database.dialect().id().id() + ".txt", day.toString());
                }));
    }

    @TestFactory
    Stream<DynamicTest> a_schema_that_there_is_not_is_no_schema_without_constraints(PostgresServer postgres) {
        return EachServer.all(postgres)
                .map(server -> server.test("a schema", fresh -> {
                    Shell shell = Shell.on(fresh, folder);
                    for (String command : List.of("db:constraints", "db:assertions")) {
                        Shell.Result wrong = shell.run(command, "--schema", "nowhere");
                        assertThat(wrong.exit()).isEqualTo(2);
                        assertThat(wrong.err()).contains("There is no schema nowhere");
                        assertThat(shell.run(command, "--schema", "information_schema")
                                        .exit())
                                .isZero();
                        Shell elsewhere = shell.with(
                                Settings.URL,
                                server.isTransactional()
                                        ? fresh.url() + (fresh.url().contains("?") ? "&" : "?")
                                                + "currentSchema=nowhere"
                                        : fresh.url().replaceFirst("(jdbc:\\w+://[^/]*/)[^?]*", "$1"));
                        Shell.Result nowhere = elsewhere.run(command);
                        assertThat(nowhere.exit()).isEqualTo(2);
                        assertThat(nowhere.out()).isEmpty();
                        assertThat(nowhere.err())
                                .contains(
                                        server.isTransactional() ? "There is no schema nowhere" : "names no database");
                        assertThat(elsewhere
                                        .run(command, "--schema", "information_schema")
                                        .exit())
                                .isZero();
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> a_schema_that_there_is_not_has_no_differences(PostgresServer postgres) {
        return EachServer.all(postgres)
                .map(server -> server.test("a schema", fresh -> {
                    Shell shell = Shell.on(fresh, folder).with(Settings.MODELS, ShopModels.class.getName());
                    for (String command : List.of("db:diff", "db:plan", "db:sync")) {
                        Shell.Result wrong = shell.run(command, "--schema", "nowhere");
                        assertThat(wrong.exit()).isEqualTo(Fk.WRONG_USAGE);
                        assertThat(wrong.err()).contains("There is no schema nowhere");
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> what_force_loses_wants_to_be_allowed_as_well(PostgresServer postgres) {
        return EachServer.all(postgres)
                .map(server -> server.test("force", fresh -> {
                    Shell shell = Shell.on(fresh, folder).with(Settings.MODELS, ShopModels.class.getName());
                    Database database = Database.of(fresh.dataSource());
                    assertThat(shell.run("db:sync", "--mode", "force").exit()).isZero();
                    database.execute(new Sql("INSERT INTO customers (full_name) VALUES ('Ann')"));

                    Shell.Result refused = shell.run("db:sync", "--mode", "force");

                    assertThat(refused.exit()).isEqualTo(Fk.FAILED);
                    assertThat(refused.err()).contains("--allow-destructive");
                    assertThat(database.query(new Sql("SELECT full_name FROM customers")))
                            .hasSize(1);
                    assertThat(shell.run("db:sync", "--mode", "force", "--allow-destructive")
                                    .exit())
                            .isZero();
                    assertThat(database.query(new Sql("SELECT full_name FROM customers")))
                            .isEmpty();
                }));
    }

    @TestFactory
    Stream<DynamicTest> nobody_is_told_that_all_is_well_who_has_not_asked_for_all(PostgresServer postgres) {
        return EachServer.all(postgres)
                .map(server -> server.test("in part", fresh -> {
                    Shell shell = Shell.on(fresh, folder).with(Settings.MODELS, ShopModels.class.getName());
                    assertThat(shell.run("db:sync", "--mode", "none").exit()).isEqualTo(Fk.WRONG_USAGE);
                    assertThat(shell.run("db:diff", "--only", "Custom").exit()).isEqualTo(Fk.WRONG_USAGE);
                    assertThat(shell.run("db:sync").exit()).isZero();
                    Database.of(fresh.dataSource()).execute(new Sql("ALTER TABLE invoices DROP COLUMN sent_at"));

                    for (String[] part : new String[][] {{"--mode", "create"}, {"--only", "Order"}}) {
                        assertThat(shell.run("db:sync", part[0], part[1]).out())
                                .contains("Nothing of what was asked for had to be done.");
                        assertThat(shell.run("db:diff", part[0], part[1]).out())
                                .contains("There are no differences of the kind that was asked for.");
                    }
                    assertThat(shell.run("db:diff", "--exit-code").exit()).isEqualTo(Fk.DIFFERENCES);
                }));
    }

    @TestFactory
    Stream<DynamicTest> a_user_that_is_said_connects_whoever_stands_in_the_url(PostgresServer postgres) {
        return EachServer.all(postgres)
                .map(server -> server.test("user", fresh -> {
                    Shell shell = Shell.in(folder);
                    String url = fresh.url() + (fresh.url().contains("?") ? "&" : "?") + "user=nobody1&password=x";
                    assertThat(shell.run("db:constraints", "--url", url, "--user", "nobody2", "--password=y")
                                    .err())
                            .contains("nobody2")
                            .doesNotContain("nobody1");
                    assertThat(shell.with(Settings.USER, "nobody2")
                                    .run("db:constraints", "--url", url)
                                    .err())
                            .doesNotContain("nobody2");
                }));
    }

    @Test
    void the_reason_why_there_is_no_connection_is_said_whichever_driver_hides_it() {
        for (String kind : List.of("postgresql", "mysql", "mariadb")) {
            Shell shell = Shell.in(folder).with(Settings.URL, "jdbc:" + kind + "://127.0.0.1:1/shop?password=s3cret");
            Shell.Result refused = shell.run("db:constraints");
            assertThat(refused.exit()).isEqualTo(1);
            assertThat(refused.err())
                    .contains("Cannot connect to jdbc:" + kind + "://127.0.0.1:1/shop: ")
                    .containsIgnoringCase("refused")
                    .doesNotContain("s3cret");
        }
    }

    /** Two migrations, of which the second fails when it runs. */
    static final class Failing implements MigrationSource {
        private record Step(String id, Consumer<QueryInterface> calls) implements Migration {
            @Override
            public void up(QueryInterface q) {
                calls.accept(q);
            }
        }

        @Override
        public List<Migration> migrations() {
            return List.of(
                    new Step(
                            "1-good",
                            q -> q.createTable(
                                    "good", t -> t.column("id", integer().primaryKey()))),
                    new Step(
                            "2-bad", q -> q.addColumn("good", "more", integer()).sql("SELECT nothing FROM nowhere")));
        }
    }

    /** A migration that needs a library which is not there; what comes before SQL is tried on a copy. */
    static final class LacksALibrary implements Migration {
        @Override
        public String id() {
            return "1-lacks";
        }

        @Override
        public void up(QueryInterface q) {
            q.sql("SELECT 1");
            throw new NoClassDefFoundError("com/acme/Library");
        }
    }

    @TestFactory
    Stream<DynamicTest> a_library_that_a_migration_lacks_is_a_failure_like_others(PostgresServer postgres) {
        return EachServer.all(postgres)
                .map(server -> server.test("library", fresh -> {
                    Shell shell = Shell.on(fresh, folder).with(Settings.MIGRATIONS, LacksALibrary.class.getName());
                    Shell.Result result = shell.run("db:migrate");
                    assertThat(result.exit()).isEqualTo(Fk.FAILED);
                    assertThat(result.out()).isEqualToNormalizingNewlines("(1/1) 1-lacks ✘\n");
                    assertThat(result.err())
                            .startsWith("Migration 1-lacks failed on ")
                            .contains("NoClassDefFoundError: com/acme/Library");
                }));
    }

    @TestFactory
    Stream<DynamicTest> a_failure_says_how_far_it_got(PostgresServer postgres) {
        return EachServer.all(postgres)
                .map(server -> server.test("failure", fresh -> {
                    Shell shell = Shell.on(fresh, folder).with(Settings.MIGRATIONS, Failing.class.getName());
                    Shell.Result result = shell.run("db:migrate");
                    assertThat(result.exit()).isEqualTo(Fk.FAILED);
                    assertThat(result.out()).matches("\\(1/2\\) 1-good ✔ \\d+ ms\\R\\(2/2\\) 2-bad ✘\\R");
                    assertThat(result.err())
                            .startsWith("Migration 2-bad failed on ")
                            .contains("✘ SELECT nothing FROM nowhere", "before it, and staying: 1-good");
                    assertThat(shell.run("db:migrate:status").out())
                            .contains(server.isTransactional() ? "PENDING       2-bad" : "HALF_APPLIED  2-bad");
                    assertThat(shell.run("db:migrate:repair").out())
                            .isEqualToNormalizingNewlines(
                                    server.isTransactional()
                                            ? "Nothing to repair: no migration is half done.\n"
                                            : "repaired: 2-bad\n");
                    assertThat(shell.run("db:migrate", "--to", "1-good").out())
                            .isEqualToNormalizingNewlines("Nothing to do: no migration is pending up to 1-good.\n");
                }));
    }

    @TestFactory
    Stream<DynamicTest> machines_read_json(PostgresServer postgres) {
        return EachServer.all(postgres)
                .map(server -> server.test("json", fresh -> {
                    Shell shell = Shell.on(fresh, folder).with(Settings.MODELS, ShopModels.class.getName());
                    assertThat(shell.run("db:plan", "--json", "--exit-code"))
                            .satisfies(r -> assertThat(r.exit()).isEqualTo(Fk.DIFFERENCES))
                            .satisfies(r ->
                                    assertThat(r.out()).contains("\"server\"").contains("\"kind\": \"create-table\""));
                    assertThat(shell.run("db:diff", "--json").out()).contains("\"kind\": \"create-");
                    assertThat(shell.run("db:sync").exit()).isZero();
                    assertThat(shell.run("db:plan", "--json", "--exit-code").exit())
                            .isZero();
                }));
    }
}
