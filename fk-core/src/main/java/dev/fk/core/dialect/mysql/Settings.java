package dev.fk.core.dialect.mysql;

import dev.fk.core.dialect.ServerInfo;
import dev.fk.core.schema.Options;
import dev.fk.core.schema.QualifiedName;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the rest of the package asks about a server: {@link ServerInfo} in the family's own terms. */
record Settings(ServerInfo info) {
    static final String COLLATION = "collation";
    static final String COLLATIONS = "default collations";
    static final String SERVER_COLLATION = "server collation";
    static final String DATABASES = "collations of other databases";
    static final String SQL_MODE = "sql_mode";
    static final String LOWER_CASE_TABLE_NAMES = "lower_case_table_names";
    static final String PRIVILEGES = "privileges";
    static final String FOREIGN_KEYS_BY = "foreign keys by";

    private static final Pattern ENTRY = Pattern.compile("\"([^\"=]+)=([^\"]+)\"");

    boolean isMariaDb() {
        return info.dialect().equals(MariaDbDialect.ID);
    }

    private Options values() {
        return info.settings();
    }

    /** The collation that a table has unless it says otherwise: its database's, or the server's if that is unknown yet. */
    String defaultCollation(QualifiedName table) {
        Optional<String> schema = table.schema().filter(s -> !s.equals(info.defaultSchema()));
        Optional<String> server = values().get(SERVER_COLLATION);
        Optional<String> own = schema.isEmpty() ? values().get(COLLATION) : entry(DATABASES, schema.get());
        return own.or(() -> server).orElse("utf8mb4_general_ci");
    }

    /** The collation that a character set stands for; the same set has another one on every second server. */
    String collationOf(String charset) {
        String wanted = Collations.canonicalCharset(charset);
        return entry(COLLATIONS, wanted)
                .or(() -> wanted.equals("utf8mb3") ? entry(COLLATIONS, "utf8") : Optional.empty())
                .map(c -> Collations.canonical(c, wanted))
                .orElse(wanted + "_general_ci");
    }

    /** What stands behind {@code name=} in a list of JSON strings. */
    private Optional<String> entry(String list, String name) {
        Matcher entry = ENTRY.matcher(values().get(list).orElse(""));
        while (entry.find()) {
            if (entry.group(1).equals(name)) {
                return Optional.of(entry.group(2));
            }
        }
        return Optional.empty();
    }

    /** With this SQL mode a backslash in a string literal is a character like any other. */
    boolean backslashEscapes() {
        return !sqlMode("NO_BACKSLASH_ESCAPES");
    }

    /** Whether the user has a privilege on all tables of the database of the connection; roles do not count here. */
    boolean seesAllTables() {
        return values().get(PRIVILEGES).filter("all tables"::equals).isPresent();
    }

    /** Whether the SQL layer looks after foreign keys, and not InnoDB: MySQL from 9.6 on, unless it was started otherwise. */
    boolean hasForeignKeysOfSql() {
        return values().get(FOREIGN_KEYS_BY).filter("SQL"::equals).isPresent();
    }

    boolean realIsFloat() {
        return sqlMode("REAL_AS_FLOAT");
    }

    /** With this SQL mode double quotes are for names, not for strings. */
    boolean ansiQuotes() {
        return sqlMode("ANSI_QUOTES");
    }

    /** Whether a value that does not fit is an error rather than replaced. */
    boolean isStrict() {
        return sqlMode("STRICT_TRANS_TABLES") || sqlMode("STRICT_ALL_TABLES");
    }

    boolean refusesZeroDates() {
        return sqlMode("NO_ZERO_DATE");
    }

    /** Whether a month or a day of zero is refused. */
    boolean refusesZerosInDates() {
        return sqlMode("NO_ZERO_IN_DATE");
    }

    /** Whether zero in an AUTO_INCREMENT column is a number like any other. */
    boolean keepsZeros() {
        return sqlMode("NO_AUTO_VALUE_ON_ZERO");
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
     * SQL as the catalog writes it, in the form we write it: MySQL escapes and encodes it once more, with ANSI_QUOTES names stand in
     * double quotes, and MariaDB qualifies sequences with their database even where it is the one we are in.
     */
    String fromCatalog(String shown) {
        return plain(isMariaDb() ? shown : Encoded.once(SqlText.unescaped(shown)));
    }

    /** The same for SHOW CREATE TABLE, which escapes nothing. */
    String plain(String shown) {
        String sql = ansiQuotes() ? SqlText.withBackticks(shown) : shown;
        return sql.replace(Identifiers.quote(info.defaultSchema()) + ".", "");
    }
}
