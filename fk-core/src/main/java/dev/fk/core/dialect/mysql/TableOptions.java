package dev.fk.core.dialect.mysql;

import dev.fk.core.schema.Options;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.schema.Table;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The options of a table in canonical form: InnoDB and the database's collation are not said, a character set is said by
 * its collation, and where AUTO_INCREMENT stands is data.
 */
final class TableOptions {
    static final String ENGINE = "engine";
    static final String COLLATE = "collate";
    private static final String CHARSET = "charset";
    static final String ROW_FORMAT = "row_format";
    static final String PARTITION_BY = Table.PARTITION_BY;
    static final String SYSTEM_VERSIONING = "with system versioning";
    /** {@code `stay` (`arrival`, `departure`)}. */
    static final String PERIOD = "period for";

    static final String DEFAULT_ENGINE = "InnoDB";
    static final String MEMORY = "MEMORY";

    private static final Map<String, String> ENGINES = Map.of(
            "innodb", "InnoDB",
            "myisam", "MyISAM",
            "memory", MEMORY,
            "heap", MEMORY,
            "aria", "Aria",
            "csv", "CSV",
            "archive", "ARCHIVE",
            "blackhole", "BLACKHOLE");

    private TableOptions() {}

    static Options canonical(QualifiedName table, Options declared, Settings settings) {
        Options options = Options.none();
        Optional<String> charset = Optional.empty();
        Optional<String> collation = Optional.empty();
        for (var option : declared.values().entrySet()) {
            String key = option.getKey().strip().toLowerCase(Locale.ROOT);
            String value = option.getValue().strip();
            switch (spelt(key)) {
                case CHARSET -> charset = Optional.of(Collations.canonicalCharset(value));
                case COLLATE -> collation = Optional.of(value);
                case ENGINE ->
                    options = engine(value).equals(DEFAULT_ENGINE) ? options : options.with(ENGINE, engine(value));
                case PARTITION_BY -> options = options.with(key, Partitions.canonical(value, MySqlNames.of(settings)));
                case PERIOD ->
                    options = options.with(
                            key, Period.of(value).map(Period::toString).orElse(value));
                case "auto_increment", "partitioned", "secondary_load" -> {
                    // The first and the last are data, the other is said by "partition by".
                }
                default -> options = options.with(key, value.toUpperCase(Locale.ROOT));
            }
        }
        String inherited = settings.defaultCollation(table);
        String own = collation(charset, collation, inherited, settings);
        return own.equals(inherited) ? options : options.with(COLLATE, own);
    }

    private static String spelt(String key) {
        return switch (key) {
            case "character set", "default charset", "default character set" -> CHARSET;
            case "default collate" -> COLLATE;
            default -> key;
        };
    }

    /** Whether a declared option says the collation of the columns. */
    static boolean saysCollation(String option) {
        String key = spelt(option.strip().toLowerCase(Locale.ROOT));
        return key.equals(CHARSET) || key.equals(COLLATE);
    }

    private static String collation(
            Optional<String> charset, Optional<String> collation, String inherited, Settings settings) {
        String set = charset.orElse(Collations.charset(inherited));
        return collation
                .map(c -> Collations.canonical(c, set))
                .or(() -> charset.map(settings::collationOf))
                .orElse(inherited);
    }

    /** The collation of the columns of a table with these canonical options. */
    static String collation(QualifiedName table, Options canonical, Settings settings) {
        return canonical.get(COLLATE).orElse(settings.defaultCollation(table));
    }

    static Optional<Period> period(Options canonical) {
        return canonical.get(PERIOD).flatMap(Period::of);
    }

    static String engine(Options canonical) {
        return canonical.get(ENGINE).orElse(DEFAULT_ENGINE);
    }

    private static String engine(String name) {
        return ENGINES.getOrDefault(name.toLowerCase(Locale.ROOT), name);
    }
}
