package dev.fk.junit.report;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values as they would stand in a statement. */
final class Literals {
    private Literals() {}

    /** @param backslashEscapes whether the server takes a backslash for the beginning of something, and has X'00' for bytes */
    static String of(@Nullable Object value, boolean backslashEscapes) {
        if (value == null) {
            return "NULL";
        }
        if (value instanceof Number || value instanceof Boolean) {
            return value.toString();
        }
        if (value instanceof byte[] bytes) {
            return backslashEscapes ? "X'" + hex(bytes) + "'" : "'\\x" + hex(bytes) + "'";
        }
        return quoted(value.toString(), backslashEscapes);
    }

    /** @param backslashEscapes whether the server takes a backslash for the beginning of something */
    static String quoted(String text, boolean backslashEscapes) {
        String doubled = text.replace("'", "''");
        return "'" + (backslashEscapes ? doubled.replace("\\", "\\\\") : doubled) + "'";
    }

    static String hex(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        for (byte each : bytes) {
            text.append(String.format("%02x", each));
        }
        return text.toString();
    }

    /** The statement with its parameters in their places, except question marks in strings and comments. */
    static String inPlace(String sql, Map<Integer, String> parameters) {
        if (parameters.isEmpty()) {
            return sql;
        }
        StringBuilder text = new StringBuilder();
        int number = 0;
        char quote = 0;
        for (int i = 0; i < sql.length(); i++) {
            char c = sql.charAt(i);
            if (quote == 0 && c == '?') {
                number++;
                text.append(parameters.getOrDefault(number, "?"));
                continue;
            }
            if (quote == 0 && (c == '\'' || c == '"' || c == '`')) {
                quote = c;
            } else if (quote == c) {
                quote = 0;
            }
            text.append(c);
        }
        return text.toString();
    }
}
