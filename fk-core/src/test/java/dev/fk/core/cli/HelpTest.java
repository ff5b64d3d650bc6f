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

class HelpTest {
    @TempDir
    private Path folder;

    @TestFactory
    Stream<DynamicTest> every_command_has_a_help() {
        Shell shell = Shell.in(folder);
        Stream<String> commands = Fk.commandLine(Console.ofProcess()).getSubcommands().keySet().stream();
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

    @Test
    void a_url_that_no_driver_accepts_says_so() throws IOException {
        Golden.assertEqual(
                "cli/errors/no-driver.txt",
                Shell.in(folder)
                        .run("db:constraints", "--url", "jdbc:oracle:thin:@//localhost/x")
                        .golden());
    }
}
