package dev.fk.core.dialect.mysql;

import dev.fk.core.dialect.Sql;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The types of MySQL and MariaDB, which are words of the language, and what they call the types and functions of others. */
final class Vocabulary {
    private static final String TYPES =
            "int integer tinyint smallint mediumint bigint decimal numeric dec fixed float double real"
                    + " bit bool boolean date time datetime timestamp year char character varchar binary varbinary text tinytext"
                    + " mediumtext longtext blob tinyblob mediumblob longblob enum set json serial nchar nvarchar geometry point"
                    + " linestring polygon multipoint multilinestring multipolygon geometrycollection";

    /** MariaDB 10.11 and 11.8. */
    private static final String OF_MARIADB = " uuid inet4 inet6";

    private static final Map<String, String> OTHER_TYPES = Map.ofEntries(
            Map.entry("timestamptz", "timestamp"),
            Map.entry("datetime2", "datetime"),
            Map.entry("smalldatetime", "datetime"),
            Map.entry("datetimeoffset", "timestamp"),
            Map.entry("jsonb", "json"),
            Map.entry("bytea", "longblob"),
            Map.entry("clob", "longtext"),
            Map.entry("ntext", "longtext"),
            Map.entry("number", "decimal"),
            Map.entry("money", "decimal(19,4)"),
            Map.entry("varchar2", "varchar"),
            Map.entry("nvarchar2", "varchar"),
            Map.entry("bigserial", "serial"),
            Map.entry("uniqueidentifier", "char(36)"));

    /** In parentheses, which a default wants around them. */
    private static final Map<String, String> OTHER_FUNCTIONS = Map.ofEntries(
            Map.entry("gen_random_uuid", "(uuid())"),
            Map.entry("uuid_generate_v4", "(uuid())"),
            Map.entry("newid", "(uuid())"),
            Map.entry("getdate", "(now())"),
            Map.entry("sysdatetime", "(now())"),
            Map.entry("getutcdate", "(utc_timestamp())"),
            Map.entry("random", "(rand())"),
            Map.entry("lastval", "(last_insert_id())"),
            Map.entry("nvl", "ifnull"),
            Map.entry("len", "char_length"));

    private Vocabulary() {}

    /** As a query, since other servers have them in a catalog. */
    static Sql types(boolean mariaDb) {
        return new Sql(Stream.of((TYPES + (mariaDb ? OF_MARIADB : "")).split(" "))
                .map(t -> "SELECT '', '" + t + "', 't'")
                .collect(Collectors.joining(" UNION ALL ")));
    }

    static Optional<String> typeOfOthers(String name, boolean mariaDb) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.equals("uuid") && !mariaDb ? Optional.of("char(36)") : Optional.ofNullable(OTHER_TYPES.get(lower));
    }

    static Optional<String> functionOfOthers(String name) {
        return Optional.ofNullable(OTHER_FUNCTIONS.get(name.toLowerCase(Locale.ROOT)));
    }
}
