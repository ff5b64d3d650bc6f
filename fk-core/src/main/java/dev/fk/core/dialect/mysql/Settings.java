package dev.fk.core.dialect.mysql;

import dev.fk.core.dialect.ServerInfo;
import dev.fk.core.schema.Options;
import java.util.Locale;

/** What the rest of the package asks about a server: {@link ServerInfo} in the family's own terms. */
record Settings(ServerInfo info) {
    static final String COLLATION = "collation";
    static final String COLLATIONS = "default collations";
    static final String SQL_MODE = "sql_mode";
    static final String LOWER_CASE_TABLE_NAMES = "lower_case_table_names";

    boolean isMariaDb() {
        return info.dialect().equals(MariaDbDialect.ID);
    }

    private Options values() {
        return info.settings();
    }

    /** The collation that a table of this database has unless it says otherwise. */
    String databaseCollation() {
        return values().get(COLLATION).orElse("utf8mb4_general_ci");
    }

    /** The collation that a character set stands for; the same set has another one on every second server. */
    String defaultCollation(String charset) {
        String wanted = Collations.canonicalCharset(charset);
        for (String pair : values().get(COLLATIONS).orElse("").split(",", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0
                    && Collations.canonicalCharset(pair.substring(0, equals)).equals(wanted)) {
                return Collations.canonical(pair.substring(equals + 1), wanted);
            }
        }
        return wanted + "_general_ci";
    }

    /** With this SQL mode a backslash in a string literal is a character like any other. */
    boolean backslashEscapes() {
        return !sqlMode("NO_BACKSLASH_ESCAPES");
    }

    boolean realIsFloat() {
        return sqlMode("REAL_AS_FLOAT");
    }

    private boolean sqlMode(String mode) {
        return values().get(SQL_MODE).orElse("").toUpperCase(Locale.ROOT).contains(mode);
    }

    /** 1 (Windows): names of tables and databases are stored in lower case. */
    boolean storesLowerCase() {
        return values().get(LOWER_CASE_TABLE_NAMES).filter("1"::equals).isPresent();
    }

    /** 1 or 2 (macOS): two names that differ in case only are the same table. */
    boolean ignoresCase() {
        return values().get(LOWER_CASE_TABLE_NAMES).filter(v -> !v.equals("0")).isPresent();
    }

    /**
     * SQL as the catalog writes it, in the form we write it: MySQL escapes it once more, with ANSI_QUOTES names stand in
     * double quotes, and MariaDB qualifies sequences with their database even where it is the one we are in.
     */
    String fromCatalog(String shown) {
        return plain(isMariaDb() ? shown : SqlText.unescaped(shown));
    }

    /** The same for SHOW CREATE TABLE, which escapes nothing. */
    String plain(String shown) {
        String sql = sqlMode("ANSI_QUOTES") ? SqlText.withBackticks(shown) : shown;
        return sql.replace(Identifiers.quote(info.defaultSchema()) + ".", "");
    }
}
