package dev.fk.core.dialect.postgresql;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** The names that PostgreSQL understands for its types (manual, table 8.1), as the one it writes itself. */
final class CanonicalTypeName {
    private static final Map<String, String> ALIASES = Map.ofEntries(
            Map.entry("int8", "bigint"),
            Map.entry("int", "integer"),
            Map.entry("int4", "integer"),
            Map.entry("int2", "smallint"),
            Map.entry("decimal", "numeric"),
            Map.entry("dec", "numeric"),
            Map.entry("float4", "real"),
            Map.entry("float8", "double precision"),
            Map.entry("float", "double precision"),
            Map.entry("bool", "boolean"),
            Map.entry("varchar", "character varying"),
            Map.entry("char varying", "character varying"),
            Map.entry("char", "character"),
            Map.entry("varbit", "bit varying"),
            Map.entry("time", "time without time zone"),
            Map.entry("timetz", "time with time zone"),
            Map.entry("timestamp", "timestamp without time zone"),
            Map.entry("timestamptz", "timestamp with time zone"));

    private static final Pattern MODIFIER = Pattern.compile("\\(\\d+(\\s*,\\s*\\d+)?\\)");
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private CanonicalTypeName() {}

    /** Without length or precision: {@code VARCHAR(20)[]} is {@code character varying[]}. */
    static String of(String name) {
        String bare = withoutModifier(name);
        String element =
                bare.endsWith("[]") ? bare.substring(0, bare.length() - 2).strip() : bare;
        String canonical = ALIASES.getOrDefault(element, element);
        return bare.endsWith("[]") ? canonical + "[]" : canonical;
    }

    private static String withoutModifier(String name) {
        String plain = name.indexOf('"') < 0 ? name.toLowerCase(Locale.ROOT) : name;
        return BLANKS.matcher(MODIFIER.matcher(plain).replaceAll("").strip()).replaceAll(" ");
    }
}
