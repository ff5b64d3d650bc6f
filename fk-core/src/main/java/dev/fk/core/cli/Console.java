package dev.fk.core.cli;

import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/**
 * Where a command runs: what it prints to, and what it is told by its surroundings.
 *
 * @param colours whether escape sequences may be printed
 * @param settings what system properties, environment and {@code fk.properties} say, by key
 * @param directory what relative paths are relative to
 */
record Console(
        PrintWriter out, PrintWriter err, boolean colours, Map<String, String> settings, Path directory, Clock clock) {
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
                directory,
                Clock.systemUTC());
    }

    private static Map<String, String> properties(Properties properties) {
        Map<String, String> found = new TreeMap<>();
        properties.stringPropertyNames().forEach(n -> found.put(n, properties.getProperty(n)));
        return found;
    }

    Console printingTo(PrintWriter newOut, PrintWriter newErr) {
        return new Console(newOut, newErr, false, settings, directory, clock);
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
