package dev.fk.core.dialect.mysql;

import java.util.Locale;

/** Names of collations and the character sets they belong to. */
final class Collations {
    private Collations() {}

    /** {@code utf8} meant three bytes; servers call it {@code utf8mb3} since MySQL 8.0.30 and MariaDB 10.6. */
    static String canonicalCharset(String charset) {
        String name = charset.strip().toLowerCase(Locale.ROOT);
        return name.equals("utf8") ? "utf8mb3" : name;
    }

    /** The full name; MariaDB lets a {@code uca1400} collation be named without its character set. */
    static String canonical(String collation, String charset) {
        String name = collation.strip().toLowerCase(Locale.ROOT);
        if (name.startsWith("uca1400")) {
            return charset + "_" + name;
        }
        return name.startsWith("utf8_") ? "utf8mb3" + name.substring(4) : name;
    }

    /** The character set a collation belongs to: its name up to the first underscore. */
    static String charset(String collation) {
        int underscore = collation.indexOf('_');
        return underscore < 0 ? collation : collation.substring(0, underscore);
    }

    /** The collation that compares bytes, which the attribute {@code BINARY} stands for. */
    static String binary(String charset) {
        return charset.equals("binary") ? charset : charset + "_bin";
    }
}
