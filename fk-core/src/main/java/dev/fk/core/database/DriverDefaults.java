package dev.fk.core.database;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Collectors;

/** What a driver does anyway: PostgreSQL's (42.7.14) tells the URL of a data source with all eighty of its properties. */
final class DriverDefaults {
    private DriverDefaults() {}

    /** The URL without the parameters that have the values that they have by default. */
    static String without(String url) {
        int query = url.indexOf('?');
        if (query < 0) {
            return url;
        }
        Map<String, String> defaults = of(url.substring(0, query));
        String said = Arrays.stream(url.substring(query + 1).split("&", -1))
                .filter(parameter -> !isDefault(parameter, defaults))
                .collect(Collectors.joining("&"));
        return url.substring(0, query) + (said.isEmpty() ? "" : "?" + said);
    }

    private static Map<String, String> of(String location) {
        Map<String, String> defaults = new HashMap<>();
        try {
            Driver driver = DriverManager.getDriver(location);
            for (DriverPropertyInfo property : driver.getPropertyInfo(location, new Properties())) {
                defaults.put(property.name, Objects.requireNonNullElse(property.value, ""));
            }
        } catch (SQLException unknown) {
            return Map.of();
        }
        return defaults;
    }

    private static boolean isDefault(String parameter, Map<String, String> defaults) {
        int equals = parameter.indexOf('=');
        return equals > 0
                && decoded(parameter.substring(equals + 1)).equals(defaults.get(parameter.substring(0, equals)));
    }

    private static String decoded(String value) {
        try {
            return URLDecoder.decode(value, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException writtenWrongly) {
            return value;
        }
    }
}
