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

/** What the class contains is tested where it can be compiled, in fk-assertj. */
@OnPostgres
@Tag("thorough")
class DbAssertionsTest {
    @TempDir
    private Path folder;

    @TestFactory
    Stream<DynamicTest> a_class_is_written_once(PostgresServer postgres) {
        return EachServer.all(postgres)
                .map(server -> server.test("db:assertions", fresh -> {
                    Database.of(fresh.dataSource()).execute(new Sql("CREATE TABLE chat (no integer PRIMARY KEY)"));
                    Path own = Files.createTempDirectory(folder, "project");
                    Shell shell = Shell.on(fresh, own);
                    String[] command = {
                        "db:assertions", "--package", "com.example", "--class", "ShopTest", "--sources", "src/test/java"
                    };

                    assertThat(shell.run("db:assertions").out()).contains("class SchemaTest {");
                    Shell.Result written = shell.run(command);
                    assertThat(written.err()).isEmpty();
                    assertThat(written.out()).startsWith("Wrote src/test/java/com/example/ShopTest.java from ");
                    assertThat(own.resolve("src/test/java/com/example/ShopTest.java"))
                            .content()
                            .startsWith("package com.example;")
                            .contains("void chat()");

                    Shell.Result again = shell.run(command);
                    assertThat(again.exit()).isEqualTo(Fk.WRONG_USAGE);
                    assertThat(again.err()).contains("ShopTest.java is there already", "--overwrite");
                    assertThat(shell.run(Stream.concat(Stream.of(command), Stream.of("--overwrite"))
                                            .toArray(String[]::new))
                                    .exit())
                            .isZero();
                }));
    }

    @Test
    void a_class_of_no_name_is_wrong_usage() {
        Shell.Result result = Shell.in(folder).run("db:assertions", "--class", "Shop-Test", "--url", "jdbc:none");
        assertThat(result.exit()).isEqualTo(Fk.WRONG_USAGE);
        assertThat(result.err()).contains("'Shop-Test' is no name in Java");
    }
}
