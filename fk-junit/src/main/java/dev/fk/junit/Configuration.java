package dev.fk.junit;

import dev.fk.junit.provision.Reuse;
import dev.fk.junit.provision.ServerRequest;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * What is configured outside annotations. The first of these that knows a key wins: system property, environment
 * variable, JUnit configuration parameter (junit-platform.properties), fk.properties on the class path, default.
 */
final class Configuration {
    static final String DEFAULT = "default";

    private final List<Layer> layers;

    private Configuration(List<Layer> layers) {
        this.layers = layers;
    }

    /** @param file the content of fk.properties */
    static Configuration of(ExtensionContext context, Properties file) {
        return of(System::getProperty, System::getenv, key -> context.getConfigurationParameter(key), file);
    }

    static Configuration of(
            Function<String, String> systemProperties,
            Function<String, String> environment,
            Function<String, Optional<String>> junit,
            Properties file) {
        return new Configuration(List.of(
                new Layer("system property", s -> Optional.ofNullable(systemProperties.apply(s.key()))),
                // CI services make an empty one of what nobody has set
                new Layer("environment variable", s -> Optional.ofNullable(environment.apply(s.environmentVariable()))
                        .filter(v -> !v.isBlank())),
                new Layer("JUnit configuration parameter", s -> junit.apply(s.key())),
                new Layer("fk.properties", s -> Optional.ofNullable(file.getProperty(s.key()))),
                new Layer(DEFAULT, s -> Optional.of(s.otherwise()))));
    }

    /** The value as text, empty if there is none. */
    String text(Setting setting) {
        return find(setting).value();
    }

    /** Where the value comes from: {@code system property}, or {@link #DEFAULT}. */
    String source(Setting setting) {
        return find(setting).layer();
    }

    boolean isTrue(Setting setting) {
        Found found = find(setting);
        return switch (found.value().toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw found.isNot(setting, "true, false");
        };
    }

    /** The value as a constant of an enum, in any case, with hyphens or underscores; {@code DEFAULT} is no value. */
    <E extends Enum<E>> E choice(Setting setting, Class<E> type) {
        Found found = find(setting);
        String name = found.value().toUpperCase(Locale.ROOT).replace('-', '_');
        List<E> choices = Arrays.stream(type.getEnumConstants())
                .filter(e -> !e.name().equals("DEFAULT"))
                .toList();
        return choices.stream()
                .filter(e -> e.name().equals(name))
                .findFirst()
                .orElseThrow(() -> found.isNot(
                        setting, choices.stream().map(Configuration::word).collect(Collectors.joining(", "))));
    }

    /** What {@link #choice} takes for it. */
    static String word(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What a provisioner gets to know, with another image than is configured. */
    ServerRequest request(String dialect, String image) {
        ServerRequest configured = request(dialect);
        Map<String, String> settings = new HashMap<>(configured.settings());
        settings.put("image", image);
        return new ServerRequest(dialect, configured.provider(), settings);
    }

    /** What a provisioner gets to know: what somebody has said. It has defaults of its own. */
    ServerRequest request(String dialect) {
        String prefix = "fk." + dialect + ".";
        Map<String, String> settings = new HashMap<>();
        for (Setting setting : Setting.values()) {
            if (setting.key().startsWith(prefix)
                    && !source(setting).equals(DEFAULT)
                    && !text(setting).isEmpty()) {
                settings.put(setting.key().substring(prefix.length()), text(setting));
            }
        }
        Reuse reuse = choice(Setting.REUSE, Reuse.class);
        if (reuse != Reuse.NONE) {
            settings.put(Reuse.SETTING, reuse.name());
        }
        return new ServerRequest(dialect, Optional.of(text(Setting.PROVIDER)).filter(p -> !p.isEmpty()), settings);
    }

    private Found find(Setting setting) {
        for (Layer layer : layers) {
            Optional<String> value = layer.values().apply(setting);
            if (value.isPresent()) {
                return new Found(value.get().trim(), layer.name());
            }
        }
        throw new AssertionError("the last layer has a value for every setting");
    }

    private record Layer(String name, Function<Setting, Optional<String>> values) {}

    private record Found(String value, String layer) {
        IllegalArgumentException isNot(Setting setting, String expected) {
            return new IllegalArgumentException(
                    setting.key() + " is '" + value + "' (" + layer + "), expected one of " + expected + ".");
        }
    }
}
