package dev.fk.core.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;

/**
 * What options can be said once and for all: {@code -Dfk.url}, else {@code FK_URL}, else {@code fk.url} in the fk.properties
 * of the working directory, else in the one on the class path, where tests have it.
 */
final class Settings {
    private static final String FILE = "fk.properties";

    static final String URL = "fk.url";
    static final String USER = "fk.user";
    static final String PASSWORD = "fk.password";
    static final String SCHEMA = "fk.schema";
    static final String MIGRATIONS = "fk.migrations";
    static final String MODELS = "fk.models";
    static final String SOURCES = "fk.sources";
    static final String PACKAGE = "fk.package";

    private static final List<String> KEYS = List.of(URL, USER, PASSWORD, SCHEMA, MIGRATIONS, MODELS, SOURCES, PACKAGE);

    private Settings() {}

    /**
     * @throws UsageException if a file cannot be read
     */
    static Map<String, String> of(Map<String, String> properties, Map<String, String> environment, Path directory) {
        Map<String, String> found = new TreeMap<>();
        for (Map<String, String> place : List.of(file(directory.resolve(FILE)), byKey(environment), properties)) {
            // a URL that says who connects does not mean somebody of whom a farther place speaks
            Optional.ofNullable(place.get(URL)).map(UrlCredentials::new).ifPresent(url -> {
                found.keySet().removeIf(key -> key.equals(USER) && url.says(UrlCredentials.USER));
                found.keySet().removeIf(key -> key.equals(PASSWORD) && url.says(UrlCredentials.PASSWORD));
            });
            KEYS.stream().filter(place::containsKey).forEach(key -> found.put(key, place.get(key)));
        }
        found.values().removeIf(String::isEmpty);
        return found;
    }

    private static Map<String, String> byKey(Map<String, String> environment) {
        Map<String, String> values = new TreeMap<>();
        for (String key : KEYS) {
            String variable = key.toUpperCase(Locale.ROOT).replace('.', '_');
            Optional.ofNullable(environment.get(variable)).ifPresent(value -> values.put(key, value));
        }
        return values;
    }

    private static Map<String, String> file(Path path) {
        Properties properties = new Properties();
        try (InputStream onClassPath =
                Thread.currentThread().getContextClassLoader().getResourceAsStream(FILE)) {
            if (onClassPath != null) {
                load(properties, onClassPath, "the " + FILE + " on the class path");
            }
            if (Files.isRegularFile(path)) {
                try (InputStream file = Files.newInputStream(path)) {
                    load(properties, file, path.toString());
                }
            }
        } catch (IOException e) {
            throw new UsageException("Cannot read " + path + ": " + e);
        }
        Map<String, String> values = new TreeMap<>();
        properties
                .stringPropertyNames()
                .forEach(n -> values.put(n, properties.getProperty(n).strip()));
        return values;
    }

    private static void load(Properties properties, InputStream stream, String name) throws IOException {
        try {
            properties.load(new InputStreamReader(stream, StandardCharsets.UTF_8.newDecoder()));
        } catch (CharacterCodingException e) {
            throw new UsageException("Cannot read " + name + ": it is not UTF-8. Save it as UTF-8.");
        } catch (IllegalArgumentException e) {
            throw new UsageException("Cannot read " + name + ": behind a \\u there are not four hexadecimal digits. A"
                    + " backslash that is meant is written twice.");
        }
    }
}
