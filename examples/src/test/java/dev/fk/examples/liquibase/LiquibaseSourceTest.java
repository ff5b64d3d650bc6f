package dev.fk.examples.liquibase;

import static dev.fk.assertj.SchemaAssertions.schema;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fk.core.database.Database;
import dev.fk.junit.WithSchema;
import dev.fk.junit.liquibase.LiquibaseSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.AnnotatedElementContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.io.TempDirFactory;
import org.junit.jupiter.api.parallel.Isolated;

/** Liquibase called by fk is Liquibase, but for what it prints. Alone, because it listens to the streams. */
@Isolated
@WithSchema
class LiquibaseSourceTest {
    private static final String SHOP = "classpath:shop/liquibase/changelog.xml";

    @Test
    void nothing_is_printed(Database database) {
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        try (PrintStream listener = new PrintStream(printed, true, StandardCharsets.UTF_8)) {
            System.setOut(listener);
            System.setErr(listener);
            LiquibaseSource.of(SHOP).applyTo(database);
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
        assertThat(printed.toString(StandardCharsets.UTF_8)).isEmpty();
        assertThat(schema()).hasTables("customers", "orders");
    }

    @Test
    void a_second_run_finds_nothing_to_do(Database database) {
        LiquibaseSource.of(SHOP).applyTo(database);
        LiquibaseSource.of(SHOP).applyTo(database);

        assertThat(schema()).hasOnlyTables("customers", "orders", "databasechangelog", "databasechangeloglock");
    }

    @Test
    void contexts_and_parameters_are_those_of_liquibase(Database database, @TempDir(factory = Target.class) Path folder)
            throws IOException {
        String changelog = changelog(folder);

        LiquibaseSource.of(changelog)
                .inContexts("production")
                .with("name", "shelf")
                .applyTo(database);

        assertThat(schema()).hasOnlyTables("shelf", "databasechangelog", "databasechangeloglock");
    }

    @Test
    void the_fingerprint_covers_the_files_that_a_changelog_refers_to(@TempDir(factory = Target.class) Path folder)
            throws IOException {
        LiquibaseSource source = LiquibaseSource.of(changelog(folder));
        String before = source.fingerprint();
        assertThat(source.fingerprint()).isEqualTo(before);

        Files.writeString(folder.resolve("test.sql"), "CREATE TABLE for_other_tests (id INTEGER);");

        assertThat(source.fingerprint()).isNotEqualTo(before);
    }

    private static String changelog(Path folder) throws IOException {
        Files.writeString(folder.resolve("test.sql"), "CREATE TABLE for_tests (id INTEGER);");
        Files.writeString(
                folder.resolve("changelog.yaml"),
                """
                databaseChangeLog:
                  - changeSet:
                      id: everywhere
                      author: shop
                      changes:
                        - sql:
                            sql: CREATE TABLE ${name} (id INTEGER)
                  - changeSet:
                      id: tests
                      author: shop
                      context: test
                      changes:
                        - sqlFile:
                            path: test.sql
                            relativeToChangelogFile: true
                """);
        return "file:" + Path.of("").toAbsolutePath().relativize(folder.resolve("changelog.yaml"));
    }

    /** Folders below the working directory, which is where Liquibase looks for files. */
    static final class Target implements TempDirFactory {
        @Override
        public Path createTempDirectory(AnnotatedElementContext element, ExtensionContext context) throws IOException {
            return Files.createTempDirectory(Path.of("target").toAbsolutePath(), "changelog");
        }
    }
}
