package dev.fk.examples.oracles;

import java.sql.Types;
import java.util.Map;

/** The coarser words for types in which drivers agree, with the length of strings and the digits of decimals. */
final class TypeFamily {
    private static final Map<String, String> BY_NAME = Map.ofEntries(
            Map.entry("tinyint", "tinyint"),
            Map.entry("smallint", "smallint"),
            Map.entry("mediumint", "int"),
            Map.entry("int", "int"),
            Map.entry("bigint", "bigint"),
            Map.entry("oid", "bigint"),
            Map.entry("decimal", "decimal"),
            Map.entry("real", "real"),
            Map.entry("float", "real"),
            Map.entry("double", "double"),
            Map.entry("boolean", "boolean"),
            Map.entry("bit", "boolean"),
            Map.entry("char", "string"),
            Map.entry("varchar", "string"),
            Map.entry("tinytext", "string"),
            Map.entry("text", "string"),
            Map.entry("mediumtext", "string"),
            Map.entry("longtext", "string"),
            Map.entry("enum", "string"),
            Map.entry("binary", "bytes"),
            Map.entry("varbinary", "bytes"),
            Map.entry("tinyblob", "bytes"),
            Map.entry("blob", "bytes"),
            Map.entry("mediumblob", "bytes"),
            Map.entry("longblob", "bytes"),
            Map.entry("date", "date"),
            Map.entry("time", "time"),
            Map.entry("timestamp", "timestamp"),
            Map.entry("timestamptz", "timestamp"));

    private TypeFamily() {}

    /** Of an {@link ExactType}. */
    static String of(String exact) {
        String name = exact.replaceAll("[( ].*", "");
        String family = BY_NAME.getOrDefault(name, "other");
        boolean measured = name.equals("char") || name.equals("varchar") || family.equals("decimal");
        return measured ? family + exact.substring(name.length()).replace(" unsigned", "") : family;
    }

    /** Of a constant of {@link Types}. */
    static String of(int type) {
        return switch (type) {
            case Types.TINYINT -> "tinyint";
            case Types.SMALLINT -> "smallint";
            case Types.INTEGER -> "int";
            case Types.BIGINT -> "bigint";
            case Types.DECIMAL, Types.NUMERIC -> "decimal";
            case Types.REAL, Types.FLOAT -> "real";
            case Types.DOUBLE -> "double";
            case Types.BIT, Types.BOOLEAN -> "boolean";
            case Types.CHAR, Types.VARCHAR, Types.LONGVARCHAR, Types.CLOB -> "string";
            case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB -> "bytes";
            case Types.DATE -> "date";
            case Types.TIME -> "time";
            case Types.TIMESTAMP, Types.TIMESTAMP_WITH_TIMEZONE -> "timestamp";
            default -> "other";
        };
    }
}
