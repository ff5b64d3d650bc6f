package dev.fk.junit;

import dev.fk.core.database.PublicUrl;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The settings in effect, for people: no secret is in it.
 *
 * @param declared what the test itself says; there nothing that is configured counts
 */
record ConfigurationText(Configuration configuration, Map<Setting, String> declared) {
    private static final String DECLARATION = "declared by the test";

    ConfigurationText {
        declared = Map.copyOf(declared);
    }

    /** One line for each setting: {@code fk.keep = always (system property)}. */
    String all() {
        return Arrays.stream(Setting.values()).map(s -> line(s) + "\n").collect(Collectors.joining());
    }

    /**
     * Those that somebody has set, in one line: {@code set by system property: fk.keep = always}; empty if nobody has.
     *
     * @param dialect the kind of server in question; how to get to others is left out
     */
    String set(String dialect) {
        Map<String, List<String>> bySource = Arrays.stream(Setting.values())
                .filter(s ->
                        !declared.containsKey(s) && !configuration.source(s).equals(Configuration.DEFAULT))
                .filter(s -> s.dialect().filter(d -> !d.equals(dialect)).isEmpty())
                .collect(Collectors.groupingBy(
                        configuration::source,
                        LinkedHashMap::new,
                        Collectors.mapping(s -> s.key() + " = " + shown(s), Collectors.toList())));
        return bySource.entrySet().stream()
                .map(e -> "set by " + e.getKey() + ": " + String.join(", ", e.getValue()))
                .collect(Collectors.joining("; "));
    }

    private String line(Setting setting) {
        return setting.key() + " = " + shown(setting) + " ("
                + (declared.containsKey(setting) ? DECLARATION : configuration.source(setting)) + ")";
    }

    private String shown(Setting setting) {
        String value = Optional.ofNullable(declared.get(setting)).orElseGet(() -> configuration.text(setting));
        if (value.isEmpty()) {
            return "nothing";
        }
        if (setting.key().endsWith(".password")) {
            return "***";
        }
        return setting.key().endsWith(".url") ? PublicUrl.of(value) : value;
    }
}
