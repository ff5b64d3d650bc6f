package dev.fk.core.cli;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Where a command runs: what it prints to, and what it is told by its surroundings.
 *
 * @param colours whether escape sequences may be printed
 * @param settings what system properties, environment and {@code fk.properties} say, by key; asked for when a command wants them
 * @param dataSource the database that is meant, if nobody need say which
 * @param directory what relative paths are relative to
 */
record Console(
        PrintWriter out,
        PrintWriter err,
        boolean colours,
        Supplier<Map<String, String>> settings,
        Optional<DataSource> dataSource,
        Path directory,
        Clock clock) {
    static final int WIDTH = 100;
    private static final int FIRST_BEYOND_ASCII = 0x80;

    static Console ofProcess() {
        Charset charset = charset(System.getProperty("stdout.encoding"));
        Path directory = Path.of("").toAbsolutePath();
        return new Console(
                new PrintWriter(System.out, true, charset),
                new PrintWriter(System.err, true, charset),
                System.console() != null && !System.getenv().containsKey("NO_COLOR"),
                () -> Settings.of(properties(System.getProperties()), System.getenv(), directory),
                Optional.empty(),
                directory,
                Clock.systemUTC());
    }

    /**
     * Without a locale, as in most containers, Java takes the terminal for one that knows ASCII alone, and names of tables would
     * be lost; who reads files there reads UTF-8.
     *
     * @param terminal what has a property of its own from Java 19 on
     */
    static Charset charset(@Nullable String terminal) {
        Charset charset = terminal == null ? Charset.defaultCharset() : Charset.forName(terminal);
        return charset.equals(StandardCharsets.US_ASCII) ? StandardCharsets.UTF_8 : charset;
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
        return Optional.ofNullable(settings.get().get(key));
    }

    /** What an option names, else a setting with commas in it; blanks beside commas belong to no name. */
    List<String> names(List<String> option, String key) {
        List<String> named = names(option.stream());
        return named.isEmpty() ? names(Stream.of(setting(key).orElse("").split(",", -1))) : named;
    }

    private static List<String> names(Stream<String> parts) {
        return parts.map(String::strip).filter(s -> !s.isEmpty()).toList();
    }

    void print(String text) {
        out.print(text);
        out.flush();
    }

    /** For machines, whichever encoding they take it for: what is not ASCII stands in the strings, and is escaped. */
    void json(String text) {
        print(text.chars()
                .mapToObj(c -> c < FIRST_BEYOND_ASCII ? String.valueOf((char) c) : String.format("\\u%04x", c))
                .collect(Collectors.joining()));
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

    /**
     * What somebody answers, without being seen where there is a terminal.
     *
     * @throws UsageException if there is nobody
     */
    String answer(String question) {
        java.io.Console terminal = System.console();
        String answer;
        if (terminal == null) {
            note(question + ":");
            answer = new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset()))
                    .lines()
                    .findFirst()
                    .orElse("");
        } else {
            answer = Optional.ofNullable(terminal.readPassword("%s: ", question))
                    .map(String::new)
                    .orElse("");
        }
        if (answer.isEmpty()) {
            throw new UsageException(question + "? Nobody answers. Say it behind --password=, in FK_PASSWORD, or as"
                    + " fk.password=… in fk.properties.");
        }
        return answer;
    }

    /** What is left of an exit code if not all that was printed has arrived: a disk is full, or nobody reads any more. */
    int afterwards(int exit) {
        if (!out.checkError()) {
            return exit;
        }
        note("Not all of the output could be written. The command itself ended with exit code " + exit + ".");
        return exit == 0 || exit == Fk.DIFFERENCES ? Fk.FAILED : exit;
    }
}
