package dev.fk.core.cli;

import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.sql.DataSource;

/**
 * Where a command runs: what it prints to, and what it is told by its surroundings.
 *
 * @param colours whether escape sequences may be printed
 * @param settings what system properties, environment and {@code fk.properties} say, by key
 * @param dataSource the database that is meant, if nobody need say which
 * @param directory what relative paths are relative to
 */
record Console(
        PrintWriter out,
        PrintWriter err,
        boolean colours,
        Map<String, String> settings,
        Optional<DataSource> dataSource,
        Path directory,
        Clock clock) {
    static final int WIDTH = 100;

    Console {
        settings = Map.copyOf(settings);
    }

    static Console ofProcess() {
        // the encoding of the terminal has a property of its own from Java 19 on
        Charset charset = Charset.forName(
                System.getProperty("stdout.encoding", Charset.defaultCharset().name()));
        Path directory = Path.of("").toAbsolutePath();
        return new Console(
                new PrintWriter(System.out, true, charset),
                new PrintWriter(System.err, true, charset),
                System.console() != null && !System.getenv().containsKey("NO_COLOR"),
                Settings.of(properties(System.getProperties()), System.getenv(), directory),
                Optional.empty(),
                directory,
                Clock.systemUTC());
    }

    private static Map<String, String> properties(Properties properties) {
        Map<String, String> found = new TreeMap<>();
        properties.stringPropertyNames().forEach(n -> found.put(n, properties.getProperty(n)));
        return found;
    }

    Console printingTo(PrintWriter newOut, PrintWriter newErr) {
        return new Console(newOut, newErr, false, settings, dataSource, directory, clock);
    }

    Console on(DataSource other) {
        return new Console(out, err, colours, settings, Optional.of(other), directory, clock);
    }

    /** Of escape sequences (ECMA-48, 8.3.117). */
    enum Colour {
        RED(31),
        GREEN(32),
        YELLOW(33);

        private final int code;

        Colour(int code) {
            this.code = code;
        }
    }

    String colour(Colour colour, String text) {
        return colours ? "\u001B[" + colour.code + "m" + text + "\u001B[0m" : text;
    }

    Optional<String> setting(String key) {
        return Optional.ofNullable(settings.get(key));
    }

    /** A setting with commas in it. */
    List<String> list(String key) {
        return Stream.of(settings.getOrDefault(key, "").split(",", -1))
                .map(String::strip)
                .filter(s -> !s.isEmpty())
                .toList();
    }

    void print(String text) {
        out.print(text);
        out.flush();
    }

    void line(String text) {
        out.println(text);
        out.flush();
    }

    /** For people who look on; whoever reads the output does not get it. */
    void note(String text) {
        err.println(text);
        err.flush();
    }
}
