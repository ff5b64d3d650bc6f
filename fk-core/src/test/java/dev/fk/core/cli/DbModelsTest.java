package dev.fk.core.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fk.core.database.Database;
import dev.fk.core.dialect.Sql;
import dev.fk.core.testing.EachServer;
import dev.fk.core.testing.OnPostgres;
import dev.fk.core.testing.PostgresServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** What the class contains is tested with its writer. */
@OnPostgres
@Tag("thorough")
class DbModelsTest {
    @TempDir
    private Path folder;

    @TestFactory
    Stream<DynamicTest> models_are_written_without_the_books_of_tools(PostgresServer postgres) {
        return EachServer.all(postgres)
                .map(server -> server.test("db:models", fresh -> {
                    Database database = Database.of(fresh.dataSource());
                    database.execute(new Sql("CREATE TABLE chat (no integer PRIMARY KEY)"));
                    database.execute(new Sql("CREATE TABLE flyway_schema_history (no integer)"));
                    Path own = Files.createTempDirectory(folder, "project");
                    Shell shell = Shell.on(fresh, own);
                    Shell.Result written = shell.run(
                            "db:models",
                            "--package",
                            "com.example",
                            "--class",
                            "ShopModels",
                            "--sources",
                            "src/test/java");
                    assertThat(written.err()).isEmpty();
                    assertThat(written.out()).startsWith("Wrote src/test/java/com/example/ShopModels.java from ");
                    assertThat(own.resolve("src/test/java/com/example/ShopModels.java"))
                            .content()
                            .startsWith("package com.example;")
                            .contains("\"chat\"")
                            .doesNotContain("flyway");

                    assertThat(shell.run("db:models", "--without", "chat").out())
                            .contains("class SchemaModels ", "\"flyway_schema_history\"")
                            .doesNotContain("\"chat\"");
                }));
    }

    @Test
    void a_class_that_models_use_is_wrong_usage() {
        Shell.Result result = Shell.in(folder).run("db:models", "--class", "Models", "--url", "jdbc:none");
        assertThat(result.exit()).isEqualTo(Fk.WRONG_USAGE);
        assertThat(result.err()).contains("Models cannot be called Models");
    }
}
