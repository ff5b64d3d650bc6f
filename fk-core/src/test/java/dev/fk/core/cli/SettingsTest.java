package dev.fk.core.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.Proxy;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {
    @TempDir
    private Path folder;

    @Test
    void a_property_comes_before_the_environment_and_that_before_the_file() throws IOException {
        Files.writeString(
                folder.resolve("fk.properties"), "fk.url = file\nfk.user=file\nfk.models=file\nfk.keep=never\n");
        assertThat(Settings.of(
                        Map.of("fk.url", "property"),
                        Map.of("FK_URL", "environment", "FK_USER", "environment", "PATH", "x"),
                        folder))
                .containsOnly(
                        Map.entry("fk.url", "property"),
                        Map.entry("fk.user", "environment"),
                        Map.entry("fk.models", "file"));
    }

    @Test
    void the_file_of_the_class_path_comes_last(@TempDir Path classes) throws IOException {
        Files.writeString(classes.resolve("fk.properties"), "fk.url = class path\nfk.user = class path\n");
        Files.writeString(folder.resolve("fk.properties"), "fk.url = file\n");
        Thread thread = Thread.currentThread();
        ClassLoader usual = thread.getContextClassLoader();
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {classes.toUri().toURL()}, usual)) {
            thread.setContextClassLoader(loader);
            assertThat(Settings.of(Map.of(), Map.of(), folder))
                    .containsOnly(Map.entry("fk.url", "file"), Map.entry("fk.user", "class path"));
        } finally {
            thread.setContextClassLoader(usual);
        }
    }

    @Test
    void a_url_with_a_user_does_not_mean_one_of_whom_a_farther_place_speaks() throws IOException {
        Files.writeString(folder.resolve("fk.properties"), "fk.url=file\nfk.user=file\nfk.password=file\n");
        assertThat(Settings.of(Map.of(), Map.of("FK_URL", "jdbc:x:y?user=ci&password=s"), folder))
                .containsOnlyKeys("fk.url");
        assertThat(Settings.of(
                        Map.of(), Map.of("FK_URL", "jdbc:x:y?user=ci&password=s", "FK_PASSWORD", "other"), folder))
                .containsOnlyKeys("fk.url", "fk.password");
    }

    @Test
    void a_file_that_cannot_be_read_is_wrong_usage() throws IOException {
        Path file = folder.resolve("fk.properties");
        Files.writeString(file, "fk.url=jdbc\\uzz\n");
        assertThatThrownBy(() -> Settings.of(Map.of(), Map.of(), folder))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("hexadecimal");
        Files.writeString(file, "fk.user=J\u00fcrgen\n", StandardCharsets.ISO_8859_1);
        assertThatThrownBy(() -> Settings.of(Map.of(), Map.of(), folder))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("UTF-8");
    }

    @ParameterizedTest
    @CsvSource({
        "jdbc:x://h/d?user=u&password=p, jdbc:x://h/d?password=p, jdbc:x://h/d?user=u",
        "jdbc:x://h/d?a=b&user=u&c=d, jdbc:x://h/d?a=b&c=d, jdbc:x://h/d?a=b&user=u&c=d",
        "jdbc:x://h/d?password=p, jdbc:x://h/d?password=p, jdbc:x://h/d",
        "jdbc:x://u:p@h/d, jdbc:x://h/d, jdbc:x://u@h/d",
        "jdbc:x://h/d?mail=a@b, jdbc:x://h/d?mail=a@b, jdbc:x://h/d?mail=a@b",
    })
    void a_url_without_its_user_or_its_password_is_otherwise_the_same(String url, String noUser, String noPassword) {
        UrlCredentials credentials = new UrlCredentials(url);
        assertThat(credentials.without(UrlCredentials.USER)).isEqualTo(noUser);
        assertThat(credentials.without(UrlCredentials.PASSWORD)).isEqualTo(noPassword);
    }

    @Test
    void without_a_file_nothing_is_said() {
        assertThat(Settings.of(Map.of(), Map.of(), folder)).isEmpty();
    }

    @Test
    void whoever_reads_the_output_gets_no_escape_sequences() {
        Console plain = Console.ofProcess()
                .printingTo(new PrintWriter(new StringWriter()), new PrintWriter(new StringWriter()));
        assertThat(plain.colour(Console.Colour.RED, "x")).isEqualTo("x");
        Console coloured = new Console(
                plain.out(), plain.err(), true, Map::of, plain.dataSource(), plain.directory(), plain.clock());
        assertThat(coloured.colour(Console.Colour.RED, "x")).isEqualTo("\u001B[31mx\u001B[0m");
    }

    @Test
    void no_text_of_the_console_shows_the_password() {
        assertThat(Connections.to("jdbc:none:", Optional.of("me"), Optional.of("secret")))
                .extracting(d -> Proxy.getInvocationHandler(d).toString())
                .asString()
                .doesNotContain("secret");
    }
}
