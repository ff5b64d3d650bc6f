package dev.fk.core.model;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Sequelize's two ways of writing a name of several words. */
final class Casing {
    private static final Pattern CAPITAL = Pattern.compile("([A-Z])");
    private static final Pattern SEPARATORS = Pattern.compile("[-_\\s]+(.)?");

    private Casing() {}

    /** An underscore before every capital, so {@code HTTPCode} becomes {@code h_t_t_p_code}. */
    static String underscore(String name) {
        String spread = CAPITAL.matcher(name).replaceAll("_$1");
        return (spread.startsWith("_") ? spread.substring(1) : spread).toLowerCase(Locale.ROOT);
    }

    /** {@code chat_room_no} becomes {@code chatRoomNo}; separators at the end, which Sequelize 6 fails on, vanish. */
    static String camelize(String name) {
        return SEPARATORS
                .matcher(name.strip())
                .replaceAll(m -> m.group(1) == null
                        ? ""
                        : m.group(1).toUpperCase(Locale.ROOT).replace("$", "\\$"));
    }

    static String defaultIndexName(String table, List<String> columns) {
        return underscore(table + "_" + String.join("_", columns));
    }
}
