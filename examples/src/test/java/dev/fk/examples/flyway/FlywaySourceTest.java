package dev.fk.examples.flyway;

import static dev.fk.assertj.SchemaAssertions.schema;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.fk.core.database.Database;
import dev.fk.examples.shop.ShopModels;
import dev.fk.junit.WithSchema;
import dev.fk.junit.flyway.FlywaySource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** Flyway called by fk is Flyway, but for what it prints. Alone, because it listens to the streams. */
@Isolated
@WithSchema
class FlywaySourceTest {
    @Test
    @WithSchema(flyway = "classpath:shop/flyway")
    void the_history_is_left_and_is_no_difference_to_models() {
        assertThat(schema()).hasOnlyTables("customers", "orders", "flyway_schema_history");
        assertThat(schema()).isInSyncWith(ShopModels.MODELS);
    }

    @Test
    void a_failing_migration_is_told_in_the_words_of_flyway(Database database) {
        assertThatExceptionOfType(FlywayException.class)
                .isThrownBy(() -> FlywaySource.of("classpath:shop/broken").applyTo(database))
                .withMessageContaining("V2__orders_of_nobody.sql")
                .withMessageContaining("relation \"nobody\" does not exist")
                .withMessageContaining("shop/broken/V2__orders_of_nobody.sql")
                .withMessageMatching("(?s).*Line\\s+: 2\\b.*");
        assertThat(schema()).hasOnlyTables("customers", "flyway_schema_history");
    }

    @Test
    void settings_are_those_of_flyway(Database database) {
        FlywaySource.of("classpath:shop/flyway").with("flyway.table", "history").applyTo(database);

        assertThat(schema()).hasOnlyTables("customers", "orders", "history");
    }

    @Test
    void misnamed_migrations_are_no_success(Database database, @TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("customers.sql"), "CREATE TABLE customers (id INTEGER);");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> FlywaySource.of("filesystem:" + folder).applyTo(database))
                .withMessageContaining("Flyway finds no migrations in filesystem:" + folder);
    }

    @Test
    void the_fingerprint_is_the_content_and_the_settings(@TempDir Path folder) throws IOException {
        FlywaySource source = FlywaySource.of("filesystem:" + folder);
        Path migration = Files.writeString(folder.resolve("V1__a.sql"), "SELECT 1;");
        String before = source.fingerprint();
        assertThat(source.fingerprint()).isEqualTo(before);
        assertThat(source.with("flyway.table", "history").fingerprint()).isNotEqualTo(before);

        Files.writeString(migration, "SELECT 2;");

        assertThat(source.fingerprint()).isNotEqualTo(before);
        assertThat(FlywaySource.of("classpath:db/migration/POSTGRESQL").fingerprint())
                .as("of migrations in a jar, up to the folder that differs between servers")
                .isNotEqualTo(
                        FlywaySource.of("classpath:db/migration/{dialect}").fingerprint());
    }

    @Test
    void nothing_is_printed(Database database) {
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        try (PrintStream listener = new PrintStream(printed, true, StandardCharsets.UTF_8)) {
            System.setOut(listener);
            System.setErr(listener);
            FlywaySource.of("classpath:shop/flyway").applyTo(database);
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
        assertThat(printed.toString(StandardCharsets.UTF_8)).isEmpty();
    }
}
