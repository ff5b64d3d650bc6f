package dev.fk.core.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.fk.core.database.Database;
import dev.fk.core.dialect.Sql;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.testing.EachServer;
import dev.fk.core.testing.Golden;
import dev.fk.core.testing.OnPostgres;
import dev.fk.core.testing.PostgresServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Scripts as they lie around, on the servers they were written for. */
@OnPostgres
class ScriptSourceTest {
    @TempDir
    private Path folder;

    private String script(String name, String... lines) throws IOException {
        return "file:" + Files.writeString(folder.resolve(name), String.join("\n", lines));
    }

    @TestFactory
    Stream<DynamicTest> tables_functions_and_rows_are_there(PostgresServer postgres) {
        return EachServer.all(postgres)
                .map(server -> server.test("scripts", fresh -> {
                    Database database = Database.of(fresh.dataSource());
                    ScriptSource.of("classpath:scripts/library-{dialect}.sql", "/scripts/rows.sql")
                            .applyTo(database);

                    var book = database.read()
                            .schema()
                            .table(QualifiedName.of("book"))
                            .orElseThrow();
                    assertThat(book.foreignKeys()).singleElement().satisfies(key -> assertThat(key.columns())
                            .containsExactly("author_id"));
                    assertThat(count(database)).isEqualTo("3 a;b");
                }));
    }

    /** The second script finds the tables, though the dump of PostgreSQL has left its connection without a schema. */
    @TestFactory
    Stream<DynamicTest> dumps_are_scripts(PostgresServer postgres) {
        return EachServer.all(postgres)
                .map(server -> server.test("dump", fresh -> {
                    Database database = Database.of(fresh.dataSource());
                    ScriptSource.of("scripts/dump-{dialect}.sql", "scripts/after-dump.sql")
                            .applyTo(database);

                    assertThat(database.read().schema().tables()).hasSize(2);
                    assertThat(database.objects().triggers()).hasSize(1);
                    assertThat(text(database, "SELECT name FROM author WHERE id = 1"))
                            .isEqualTo("Ä's;\\");
                    assertThat(text(database, "SELECT count(*) FROM book")).isEqualTo("3");
                }));
    }

    private static String text(Database database, String query) {
        return String.valueOf(
                database.query(new Sql(query)).get(0).values().iterator().next());
    }

    @Test
    void what_a_dump_holds_is_what_was_dumped(Database database) {
        ScriptSource.of("scripts/dump-postgresql.sql").applyTo(database);

        assertThat(text(database, "SELECT note FROM author WHERE id = 1"))
                .isEqualTo("tab\tnl\nback\\slash $$ ' \" /* --");
        assertThat(text(database, "SELECT name || ':' || note FROM author WHERE id = 3"))
                .isEqualTo("\\N:\\.");
        assertThat(text(database, "SELECT tags::text || raw::text || n || j || up FROM author WHERE id = 1"))
                .isEqualTo("{a,\"b c\",NULL}\\xdeadbeef1.50{\"a\": \"x\\\\y\"}Ä'S;\\");
    }

    @Test
    void what_is_not_utf_8_is_not_guessed() throws IOException {
        Path latin1 = Files.write(
                folder.resolve("latin1.sql"), "SELECT 1;\nSELECT '\u00e4';".getBytes(StandardCharsets.ISO_8859_1));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> ScriptSource.of("file:" + latin1).fingerprint())
                .withMessageStartingWith("file:" + latin1 + ":2: not UTF-8");
    }

    @Test
    void the_search_path_that_a_dump_empties_is_nothing_to_the_next_script(Database database) throws IOException {
        String dump = script(
                "dump.sql",
                "SELECT pg_catalog.set_config('search_path', '', false);",
                "CREATE TABLE public.author (id integer PRIMARY KEY);");

        ScriptSource.of(dump, script("rows.sql", "INSERT INTO author VALUES (1);"))
                .applyTo(database);

        assertThat(database.query(new Sql("SELECT id FROM author"))).hasSize(1);
    }

    @TestFactory
    Stream<DynamicTest> checks_that_a_dump_switches_off_are_on_in_the_next_script() {
        return EachServer.family()
                .map(server -> server.test("checks", fresh -> {
                    String dump = script(
                            "dump.sql",
                            "SET foreign_key_checks = 0;",
                            "CREATE TABLE book (author_id integer, FOREIGN KEY (author_id) REFERENCES author (id));",
                            "CREATE TABLE author (id integer PRIMARY KEY);");
                    String rows = script("rows.sql", "INSERT INTO book VALUES (7);");

                    assertThatExceptionOfType(ScriptException.class)
                            .isThrownBy(() -> ScriptSource.of(dump, rows).applyTo(Database.of(fresh.dataSource())))
                            .satisfies(refused -> assertThat(refused.location()).isEqualTo(rows));
                }));
    }

    /** The function and the trigger of the script have added one to the pages. */
    private static String count(Database database) throws Exception {
        try (var connection = database.dataSource().getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT pages, title FROM book")) {
            assertThat(rows.next()).isTrue();
            return rows.getInt(1) + " " + rows.getString(2);
        }
    }

    @Test
    void a_refused_statement_is_named_with_its_file_and_line_and_explained(Database database) throws IOException {
        String location = script(
                "broken.sql",
                "CREATE TABLE author (id INTEGER PRIMARY KEY);",
                "-- not unique",
                "CREATE TABLE shelf (no INTEGER);",
                "CREATE TABLE book (",
                "  shelf_no INTEGER REFERENCES shelf (no)",
                ");",
                "CREATE TABLE never (id INTEGER);");

        assertThatExceptionOfType(ScriptException.class)
                .isThrownBy(() -> ScriptSource.of(location).applyTo(database))
                .satisfies(failure -> {
                    assertThat(failure.line()).isEqualTo(4);
                    assertThat(failure.location()).isEqualTo(location);
                    Golden.assertEqual(
                            "sources/refused-statement.txt",
                            failure.getMessage()
                                            .replace(location, "file:broken.sql")
                                            .replace(database.server().toString(), "PostgreSQL 18.6")
                                    + "\n");
                });
        assertThat(database.read().schema().tables().keySet())
                .extracting(QualifiedName::name)
                .containsExactly("author", "shelf");
    }

    @Test
    void nothing_runs_if_one_of_the_scripts_is_for_a_client_program(Database database) throws IOException {
        String good = script("good.sql", "CREATE TABLE author (id INTEGER PRIMARY KEY);");
        String dump = script("dump.sql", "SET client_encoding = 'UTF8';", "\\connect other");

        assertThatExceptionOfType(ScriptException.class)
                .isThrownBy(() -> ScriptSource.of(good, dump).applyTo(database))
                .withMessageStartingWith(dump + ":2: Lines that begin with a backslash")
                .withMessageContaining("Nothing was executed");
        assertThat(database.read().schema().tables()).isEmpty();
    }

    @TestFactory
    Stream<DynamicTest> a_transaction_that_nothing_ends_is_found_before_its_rows_are_lost(PostgresServer postgres) {
        return EachServer.all(postgres)
                .map(server -> server.test("transaction", fresh -> {
                    Database database = Database.of(fresh.dataSource());
                    String tables =
                            script("tables.sql", "BEGIN;", "CREATE TABLE a (id INTEGER PRIMARY KEY);", "COMMIT;");
                    String lost =
                            script("lost.sql", "", "start transaction;", "INSERT INTO a VALUES (1);", "SAVEPOINT s;");
                    String kept = script("kept.sql", "START TRANSACTION;", "INSERT INTO a VALUES (1);", "COMMIT;");

                    assertThatExceptionOfType(ScriptException.class)
                            .isThrownBy(() -> ScriptSource.of(tables, lost).applyTo(database))
                            .withMessageStartingWith(lost + ":2: Nothing ends the transaction")
                            .withMessageEndingWith("Nothing was executed.");
                    assertThat(database.read().schema().tables()).isEmpty();

                    ScriptSource.of(tables, kept).applyTo(database);
                    assertThat(text(database, "SELECT count(*) FROM a")).isEqualTo("1");
                }));
    }

    @Test
    void a_missing_script_is_named_with_where_it_was_looked_for(Database database) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ScriptSource.of("classpath:none.sql").applyTo(database))
                .withMessageContaining("There is no script none.sql on the class path")
                .withMessageContaining("file:none.sql");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ScriptSource.of("file:none.sql").fingerprint())
                .withMessageContaining(Path.of("none.sql").toAbsolutePath().toString());
        assertThatIllegalArgumentException()
                .isThrownBy(ScriptSource::of)
                .withMessageContaining("at least one location");
    }

    @Test
    void the_fingerprint_is_the_content(Database database) throws IOException {
        String one = script("one.sql", "SELECT 1;");
        String before = ScriptSource.of(one).fingerprint();
        assertThat(ScriptSource.of(one).fingerprint()).isEqualTo(before);
        script("one.sql", "SELECT 2;");
        assertThat(ScriptSource.of(one).fingerprint()).isNotEqualTo(before);

        String each = script("for-mariadb.sql", "SELECT 1;").replace("mariadb", "{dialect}");
        String forOne = ScriptSource.of(each).fingerprint();
        script("for-mysql.sql", "SELECT 1;");
        assertThat(ScriptSource.of(each).fingerprint()).isNotEqualTo(forOne);
    }

    @Test
    void sources_in_one_run_in_its_order(Database database) throws IOException {
        ScriptSource first = ScriptSource.of(script("first.sql", "CREATE TABLE a (id INTEGER);"));
        ScriptSource second = ScriptSource.of(script("second.sql", "ALTER TABLE a RENAME TO b;"));
        CompositeSource both = () -> List.of(first, second);
        CompositeSource turned = () -> List.of(second, first);

        both.applyTo(database);

        assertThat(database.read().schema().tables()).containsOnlyKeys(QualifiedName.of("b"));
        assertThat(both.fingerprint()).isNotEqualTo(turned.fingerprint());
    }
}
