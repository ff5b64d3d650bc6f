package dev.fk.core.model;

import java.math.BigDecimal;

/** Values as SQL writes them. */
final class SqlLiteral {
    private SqlLiteral() {}

    static String of(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    /** {@code 1.5E10} would be an approximate literal, so decimals are written out. */
    static String of(Number number) {
        return number instanceof BigDecimal decimal ? decimal.toPlainString() : number.toString();
    }

    static String of(boolean value) {
        return value ? "true" : "false";
    }
}
