package dev.fk.core.dialect.mysql;

/** How string literals are written for a server, which depends on its SQL mode. */
record Quoting(boolean backslashEscapes) {
    String literal(String value) {
        return backslashEscapes ? SqlText.literal(value) : '\'' + value.replace("'", "''") + '\'';
    }
}
