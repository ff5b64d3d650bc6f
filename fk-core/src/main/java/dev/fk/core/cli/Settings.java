package dev.fk.core.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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

    static Map<String, String> of(Map<String, String> properties, Map<String, String> environment, Path directory) {
        Properties file = file(directory.resolve(FILE));
        Map<String, String> found = new TreeMap<>();
        for (String key : KEYS) {
            String variable = key.toUpperCase(Locale.ROOT).replace('.', '_');
            String value = properties.getOrDefault(
                    key,
                    environment.getOrDefault(variable, file.getProperty(key, "").strip()));
            if (!value.isEmpty()) {
                found.put(key, value);
            }
        }
        return found;
    }

    private static Properties file(Path path) {
        Properties properties = new Properties();
        try (InputStream onClassPath =
                Thread.currentThread().getContextClassLoader().getResourceAsStream(FILE)) {
            if (onClassPath != null) {
                properties.load(new InputStreamReader(onClassPath, StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + FILE + " on the class path", e);
        }
        if (Files.isRegularFile(path)) {
            try (Reader reader = Files.newBufferedReader(path, StandardCharsets.UTF_8)) {
                properties.load(reader);
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot read " + path, e);
            }
        }
        return properties;
    }
}
