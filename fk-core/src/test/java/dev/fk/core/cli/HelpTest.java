package dev.fk.core.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fk.core.testing.Golden;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HelpTest {
    @TempDir
    private Path folder;

    @TestFactory
    Stream<DynamicTest> every_command_has_a_help() {
        Shell shell = Shell.in(folder);
        Stream<String> commands = Commands.line(Console.ofProcess()).getSubcommands().keySet().stream();
        return Stream.concat(Stream.of(""), commands)
                .map(command -> DynamicTest.dynamicTest("fk " + command, () -> {
                    String[] arguments = command.isEmpty() ? new String[] {"--help"} : new String[] {command, "--help"};
                    Golden.assertEqual(
                            "cli/help/" + (command.isEmpty() ? "fk" : command.replace(':', '-')) + ".txt",
                            shell.run(arguments).golden());
                }));
    }

    @Test
    void a_command_that_is_not_there_is_wrong_usage() throws IOException {
        Golden.assertEqual(
                "cli/errors/unknown-command.txt",
                Shell.in(folder).run("db:constraint").golden());
    }

    @Test
    void no_command_is_wrong_usage_and_every_command_knows_its_version() {
        Shell shell = Shell.in(folder);
        assertThat(shell.run().exit()).isEqualTo(Fk.WRONG_USAGE);
        assertThat(shell.run().err()).isEqualTo(shell.run("--help").out());
        assertThat(shell.run("db:plan", "--version").out())
                .startsWith("fk ")
                .isEqualTo(shell.run("--version").out());
    }

    @ParameterizedTest
    @ValueSource(strings = {"1a.b", "com.new", "com..b", "com.a-b", ""})
    void a_package_that_there_cannot_be_is_wrong_usage(String name) {
        Shell.Result result = Shell.in(folder).run("migration:create", "--name", "x", "--package", name);
        assertThat(result.exit()).isEqualTo(Fk.WRONG_USAGE);
        assertThat(result.err()).contains("\"" + name + "\" is not the name of a package");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void blanks_and_nothing_are_no_names() {
        Shell shell = Shell.in(folder);
        assertThat(shell.run("db:plan", "--models", "").err()).startsWith("Which models?");
        assertThat(shell.run("db:plan", "--models", ShopModels.class.getName() + ", ")
                        .err())
                .startsWith("Which database?");
    }

    @Test
    void no_database_is_wrong_usage() throws IOException {
        Golden.assertEqual(
                "cli/errors/no-url.txt", Shell.in(folder).run("db:constraints").golden());
    }

    @Test
    void a_server_that_does_not_answer_is_a_failure_that_keeps_the_password_to_itself() {
        Shell.Result result = Shell.in(folder)
                .run(
                        "db:constraints",
                        "--url",
                        "jdbc:postgresql://me:secret@127.0.0.1:1/x?password=secret",
                        "--password=secret");
        assertThat(result.exit()).isEqualTo(Fk.FAILED);
        assertThat(result.err())
                .startsWith("Cannot connect to jdbc:postgresql://127.0.0.1:1/x: ")
                .doesNotContain("secret");
    }

    /** Before the host only MySQL's driver takes them, and what in them should have been escaped nobody does. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "mysql://address=(host=127.0.0.1)(port=1)(user=me)(password=s3cret)/x",
                "mysql://(host=127.0.0.1,port=1,user=me,password=s3cret)/x",
                "mysql://me:s3cret@[127.0.0.1:1,127.0.0.1:2]/x?retriesAllDown=1",
                "mysql://me:s3cretA@127.0.0.1:1,me:s3cretB@127.0.0.1:2/x?retriesAllDown=1",
                "mysql://me:s3/cret@127.0.0.1:1/x",
                "mysql://me:s3@cret@127.0.0.1:1/x",
                "mysql://me:s3?cret@127.0.0.1:1/x",
                "mysql://127.0.0.1:1/x?user=me&password=%s3cret",
                "mysql://127.0.0.1:1/x?user=me&password=s3&cret",
                "postgresql://127.0.0.1:1/x?user=me&password=%s3cret",
                "mariadb://me:s3cret@127.0.0.1:1/x",
                "mariadb://me:s3/cret@127.0.0.1:1/x",
            })
    void no_url_tells_its_password(String url) {
        Shell.Result result = Shell.in(folder).run("db:constraints", "--url", "jdbc:" + url);
        assertThat(result.exit()).isEqualTo(Fk.FAILED);
        assertThat(result.err())
                .startsWith("Cannot connect to jdbc:")
                .doesNotContain("s3")
                .doesNotContain("cret");
    }

    @Test
    void a_url_that_no_driver_accepts_says_so() throws IOException {
        Golden.assertEqual(
                "cli/errors/no-driver.txt",
                Shell.in(folder)
                        .run("db:constraints", "--url", "jdbc:oracle:thin:@//localhost/x")
                        .golden());
    }

    @Test
    void a_url_of_another_kind_is_wrong_usage() throws IOException {
        Golden.assertEqual(
                "cli/errors/no-jdbc-url.txt",
                Shell.in(folder)
                        .run("db:constraints", "--url", "postgres://shop:s3cret@localhost/shop")
                        .golden());
    }
}
