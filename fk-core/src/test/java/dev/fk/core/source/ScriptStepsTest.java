package dev.fk.core.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.fk.core.database.Database;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.testing.OnPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder of scripts, as those have who use no tool for their migrations, or one that fk does not know. */
@OnPostgres
class ScriptStepsTest {
    @TempDir
    private Path folder;

    private void script(String name, String... lines) throws IOException {
        Files.writeString(folder.resolve(name), String.join("\n", lines));
    }

    private ScriptSource all() {
        return ScriptSource.of("file:" + folder + "/*.sql");
    }

    private static List<String> tables(Database database) {
        return database.read().schema().tables().keySet().stream()
                .map(QualifiedName::name)
                .toList();
    }

    @Test
    void run_one_by_one_in_the_order_of_their_numbers(Database database) throws IOException {
        script("10-c.sql", "CREATE TABLE c (b_id INTEGER REFERENCES b);");
        script("9-b.sql", "CREATE TABLE b (id INTEGER PRIMARY KEY);");
        script("001-a.sql", "CREATE TABLE a (id INTEGER);");
        script("notes.txt", "no script");

        Migrations migrations = Migrations.of(database, all());

        assertThat(migrations.steps())
                .extracting(MigrationStep::id)
                .containsExactly("001-a.sql", "9-b.sql", "10-c.sql");
        assertThat(tables(migrations.to("9-b.sql").database())).containsExactly("a", "b");
        SchemaHistory history = migrations.record();
        assertThat(history.versions())
                .singleElement()
                .satisfies(v -> assertThat(v.step().name()).isEqualTo("10-c.sql"));
        assertThat(tables(database)).containsExactly("a", "b", "c");
    }

    @Test
    void are_all_of_a_source_of_tables(Database database) throws IOException {
        script("2.sql", "INSERT INTO a VALUES (1);");
        script("1.sql", "CREATE TABLE a (id INTEGER);");
        String before = all().fingerprint();

        all().applyTo(database);

        assertThat(tables(database)).containsExactly("a");
        script("3.sql", "INSERT INTO a VALUES (2);");
        assertThat(all().fingerprint()).isNotEqualTo(before);
    }

    @Test
    void a_way_back_does_not_run_with_the_rest(Database database) throws IOException {
        script("1.sql", "-- // first", "CREATE TABLE a (id INTEGER);", "-- //@UNDO", "DROP TABLE a;");
        script("2.sql", "-- migrate:up", "CREATE TABLE b (id INTEGER);", "-- migrate:down", "DROP TABLE b;");
        script("3.sql", "-- +goose Up", "CREATE TABLE c (id INTEGER);", "-- +goose Down", "DROP TABLE c;");
        script("4.sql", "-- +migrate Up", "CREATE TABLE d (id INTEGER);", "-- +migrate Down", "DROP TABLE d;");
        Files.createDirectory(folder.resolve("pairs"));
        script("pairs/5.up.sql", "CREATE TABLE e (id INTEGER);");
        script("pairs/5.down.sql", "DROP TABLE e;");
        ScriptSource pairs = ScriptSource.of("file:" + folder + "/pairs/*.sql");
        assertThat(ScriptSource.of("file:" + folder + "/pairs/*.up.sql").fingerprint())
                .isEqualTo(pairs.fingerprint());

        Migrations migrations = Migrations.of(database, all(), pairs).toHead();

        assertThat(tables(database)).containsExactly("a", "b", "c", "d", "e");
        for (int left = 4; left >= 0; left--) {
            migrations.undo();
            assertThat(tables(database)).hasSize(left);
        }
    }

    @Test
    void what_is_wrong_in_a_way_back_is_told_with_its_line(Database database) throws IOException {
        script("1.sql", "CREATE TABLE a (id INTEGER);", "-- //@UNDO", "", "DROP TABLE b;");

        Migrations migrations = Migrations.of(database, all()).toHead();

        assertThatExceptionOfType(ScriptException.class)
                .isThrownBy(migrations::undo)
                .extracting(ScriptException::line)
                .isEqualTo(4);
    }

    @Test
    void one_without_a_way_back_says_so(Database database) throws IOException {
        script("1.sql", "CREATE TABLE a (id INTEGER);");
        assertThat(all().withoutUndo()).isPresent();
        script("2.sql", "CREATE TABLE b (id INTEGER);", "-- //@UNDO", "DROP TABLE b;");
        assertThat(all().withoutUndo()).isEmpty();

        Migrations migrations = Migrations.of(database, all()).toHead();
        migrations.undo();

        assertThatExceptionOfType(IrreversibleStepException.class)
                .isThrownBy(migrations::undo)
                .withMessageContaining("1.sql has no part behind a line -- //@UNDO");
    }

    @Test
    void of_the_class_path_are_found_by_their_names() {
        assertThat(ScriptSource.of("classpath:scripts/library-*.sql", "/scripts/*ws.sql")
                        .written())
                .extracting(MigrationStep::name)
                .containsExactly("library-mariadb.sql", "library-mysql.sql", "library-postgresql.sql", "rows.sql");
    }

    @Test
    void of_one_name_in_several_folders_are_told_apart(Database database) throws IOException {
        script("1.sql", "CREATE TABLE a (id INTEGER);");
        Files.createDirectory(folder.resolve("more"));
        script("more/1.sql", "CREATE TABLE b (id INTEGER);");
        String more = "file:" + folder + "/more/*.sql";

        Migrations migrations = Migrations.of(database, ScriptSource.of("file:" + folder + "/*.sql", more));

        assertThat(migrations.steps())
                .extracting(MigrationStep::id)
                .containsExactly("file:" + folder + "/1.sql", "file:" + folder + "/more/1.sql");
    }
}
