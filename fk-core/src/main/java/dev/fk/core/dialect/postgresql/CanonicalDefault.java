package dev.fk.core.dialect.postgresql;

import dev.fk.core.schema.DataType;
import dev.fk.core.schema.Expression;
import dev.fk.core.schema.Generation;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Literal defaults as pg_get_expr() reports them; measured on PostgreSQL 15 and 18. What is not a literal is left alone,
 * because only the server knows how it writes it.
 */
final class CanonicalDefault {
    private static final Pattern STRING =
            Pattern.compile("'((?:[^']|'')*+)'(?:::([\\w\\s\"\\[\\].]+(?:\\(\\d+\\))?))?");
    private static final Pattern NULL = Pattern.compile("(?i)null(::[\\w\\s\"\\[\\].]+)?");
    private static final Pattern CALL = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*\\(\\)");
    private static final Pattern INTEGER = Pattern.compile("-?(0|[1-9]\\d{0,17})");
    private static final Pattern DECIMAL = Pattern.compile("-?(0|[1-9]\\d*)(\\.\\d+)?");
    private static final Pattern SHORTEST = Pattern.compile("-?(0|[1-9]\\d{0,5})(\\.\\d{0,5}[1-9])?");
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");
    private static final Pattern TIME = Pattern.compile("\\d\\d:\\d\\d:\\d\\d(\\.\\d{0,5}[1-9])?");
    private static final Pattern UUID = Pattern.compile("(?i)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern MOMENT = Pattern.compile("(?i)(current_(timestamp|time|date|user|role|catalog|schema)"
            + "|localtime|localtimestamp|session_user)(\\(\\d\\))?");
    private static final Set<String> TRUE = Set.of("t", "true", "y", "yes", "on", "1");
    private static final Set<String> FALSE = Set.of("f", "false", "n", "no", "off", "0");

    private CanonicalDefault() {}

    /** Without a default if that is NULL, which a domain alone could tell from none. */
    static Generation of(Generation.Default declared, DataType type) {
        String sql = declared.expression().sql().strip();
        if (NULL.matcher(sql).matches() && !(type instanceof DataType.Named)) {
            return Generation.none();
        }
        return new Generation.Default(new Expression(text(ArrayCasts.inElements(sql), type)));
    }

    private static String text(String sql, DataType type) {
        Matcher string = STRING.matcher(sql);
        if (string.matches() && sameType(string.group(2), type)) {
            return string(sql, string.group(1), type);
        }
        if (INTEGER.matcher(sql).matches()) {
            return integer(Long.parseLong(sql), "integer");
        }
        if (DECIMAL.matcher(sql).matches()) {
            return sql.startsWith("-") ? quoted(sql, "numeric") : sql;
        }
        if (MOMENT.matcher(sql).matches()) {
            return sql.toUpperCase(Locale.ROOT);
        }
        boolean truth = sql.equalsIgnoreCase("true") || sql.equalsIgnoreCase("false");
        return truth || CALL.matcher(sql).matches() ? sql.toLowerCase(Locale.ROOT) : sql;
    }

    private static boolean sameType(@org.jspecify.annotations.Nullable String cast, DataType type) {
        return cast == null || CanonicalTypeName.of(cast).equals(TypeName.of(type));
    }

    private static String string(String sql, String escaped, DataType type) {
        String name = TypeName.of(type);
        boolean asItIs = type instanceof DataType.Varchar
                || type instanceof DataType.Char
                || type instanceof DataType.Text
                || type instanceof DataType.Named
                || (type instanceof DataType.Json json && !json.binary())
                || (type instanceof DataType.Date && DATE.matcher(escaped).matches())
                || (type instanceof DataType.Time time
                        && !time.withTimeZone()
                        && TIME.matcher(escaped).matches())
                || (escaped.equals("{}") && (type instanceof DataType.Array || type instanceof DataType.Json));
        if (asItIs) {
            return quoted(escaped, name);
        }
        if (type instanceof DataType.Int && INTEGER.matcher(escaped).matches()) {
            long value = Long.parseLong(escaped);
            return name.equals("integer") ? integer(value, name) : quoted(escaped, name);
        }
        if (type instanceof DataType.Decimal && DECIMAL.matcher(escaped).matches()) {
            return escaped.startsWith("-") || isTakenForBigint(escaped) ? quoted(escaped, name) : escaped;
        }
        if (type instanceof DataType.Approximate && SHORTEST.matcher(escaped).matches()) {
            return quoted(escaped, name);
        }
        if (type instanceof DataType.Uuid && UUID.matcher(escaped).matches()) {
            return quoted(escaped.toLowerCase(Locale.ROOT), name);
        }
        if (type instanceof DataType.Bool) {
            String word = escaped.toLowerCase(Locale.ROOT);
            return TRUE.contains(word) ? "true" : FALSE.contains(word) ? "false" : sql;
        }
        return sql;
    }

    /** Without quotes it would be another constant: PostgreSQL 18.6 reports {@code 1e10} as {@code '10000000000'::numeric}. */
    private static boolean isTakenForBigint(String number) {
        return INTEGER.matcher(number).matches() && Long.parseLong(number) != (int) Long.parseLong(number);
    }

    /** A number that an integer constant holds is written as it is, unless it is negative or too large for it. */
    private static String integer(long value, String type) {
        boolean large = value != (int) value;
        return value < 0 || large ? quoted(String.valueOf(value), large ? "bigint" : type) : String.valueOf(value);
    }

    private static String quoted(String escaped, String type) {
        return "'" + escaped + "'::" + type;
    }
}
