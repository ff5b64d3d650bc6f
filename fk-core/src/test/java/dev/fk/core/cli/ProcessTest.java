package dev.fk.core.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What only a process of its own shows: where its output goes, and what it ends with. */
@EnabledOnOs(OS.LINUX)
class ProcessTest {
    @TempDir
    private Path folder;

    @Test
    void output_that_does_not_arrive_is_a_failure() throws Exception {
        assertThat(fk(new File("/dev/full"), "--help")).isEqualTo(Fk.FAILED);
        assertThat(errors()).contains("Not all of the output could be written");
    }

    @Test
    void without_a_locale_no_letter_is_lost() throws Exception {
        File out = folder.resolve("out").toFile();
        assertThat(fk(out, "db:assertions", "--help")).isZero();
        assertThat(Files.readString(out.toPath(), StandardCharsets.UTF_8)).contains("@WithSchema(…)");
    }

    @Test
    void a_password_that_nobody_says_is_wrong_usage_and_not_asked_for_in_the_output() throws Exception {
        File out = folder.resolve("out").toFile();
        assertThat(fk(out, "db:constraints", "--password", "--url", "jdbc:postgresql://127.0.0.1:1/x"))
                .isEqualTo(Fk.WRONG_USAGE);
        assertThat(out).isEmpty();
        assertThat(errors()).contains("FK_PASSWORD");
    }

    @Test
    void without_picocli_it_says_what_is_missing() throws Exception {
        File out = folder.resolve("out").toFile();
        String without = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.contains("picocli"))
                .collect(Collectors.joining(File.pathSeparator));
        assertThat(fk(without, out, "--help")).isEqualTo(Fk.WRONG_USAGE);
        assertThat(out).isEmpty();
        assertThat(errors())
                .contains("needs picocli on the class path", "<version>" + picocli.CommandLine.VERSION + "</version>");
    }

    private int fk(File out, String... arguments) throws IOException, InterruptedException {
        return fk(System.getProperty("java.class.path"), out, arguments);
    }

    private int fk(String classPath, File out, String... arguments) throws IOException, InterruptedException {
        List<String> java = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classPath,
                Fk.class.getName());
        ProcessBuilder process = new ProcessBuilder(
                        Stream.concat(java.stream(), Stream.of(arguments)).toList())
                .directory(folder.toFile())
                .redirectInput(new File("/dev/null"))
                .redirectOutput(out)
                .redirectError(folder.resolve("err").toFile());
        process.environment().put("LC_ALL", "POSIX");
        return process.start().waitFor();
    }

    private String errors() throws IOException {
        return Files.readString(folder.resolve("err"), StandardCharsets.UTF_8);
    }
}
