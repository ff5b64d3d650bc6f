package dev.fk.core.dialect.mysql;

import dev.fk.core.schema.DataType;
import dev.fk.core.schema.Expression;
import dev.fk.core.schema.Generation;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The defaults of columns in one spelling: {@code '5'} is {@code 5} in a column of numbers, {@code now()} is
 * {@code CURRENT_TIMESTAMP}. MySQL reports a literal bare and an expression marked, MariaDB both as SQL.
 */
final class Defaults {
    private static final Pattern NOW =
            Pattern.compile("(?i)(?:current_timestamp|now|localtime|localtimestamp)\\s*(?:\\(\\s*(\\d?)\\s*\\))?");
    private static final Pattern TRUE_OR_FALSE = Pattern.compile("(?i)true|false");
    private static final Pattern NUMBER = Pattern.compile("[+-]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d+)?");
    private static final Pattern BARE = Pattern.compile("(?i)b'[01]*'|x'[0-9a-f]*'|0x[0-9a-f]+|null");
    private static final Pattern HEX = Pattern.compile("(?i)(?:x'((?:[0-9a-f]{2})*)'|0x((?:[0-9a-f]{2})+))");
    private static final int NAIVE_EXPONENT = 15;

    private Defaults() {}

    /** {@code DEFAULT NULL} is no default. */
    static Generation canonical(DataType type, String sql) {
        String text = expression(type, SqlText.withoutParentheses(sql));
        return text.equalsIgnoreCase("null") ? Generation.none() : new Generation.Default(new Expression(text));
    }

    /** What MariaDB 10.11.18 and 11.8.9 give a NOT NULL column ON UPDATE CURRENT_TIMESTAMP that declares no default. */
    static Generation zeroMoment(DataType type) {
        return canonical(type, "'0000-00-00 00:00:00'");
    }

    /** What MySQL reports without marking it as an expression: the value as it is, or {@code CURRENT_TIMESTAMP}. */
    static Generation reported(DataType type, String value) {
        boolean bits = type instanceof DataType.Other other && other.sql().startsWith("bit");
        boolean bytes = type instanceof DataType.Binary || type instanceof DataType.Varbinary;
        if (bits || (bytes && HEX.matcher(value).matches())) {
            return canonical(type, value);
        }
        return canonical(type, isMoment(type) && NOW.matcher(value).matches() ? value : SqlText.literal(value));
    }

    /** Whether a default can stand in the DDL as it is; anything else is an expression and has to be in parentheses. */
    static boolean isLiteral(DataType type, String canonical) {
        boolean needsExpression =
                type instanceof DataType.Text || type instanceof DataType.Blob || type instanceof DataType.Json;
        return !needsExpression
                && (SqlText.literalValue(canonical).isPresent()
                        || NUMBER.matcher(canonical).matches()
                        || BARE.matcher(canonical).matches()
                        || NOW.matcher(canonical).matches());
    }

    /** {@code CURRENT_TIMESTAMP(6)} for any spelling of it. */
    static Optional<String> now(String sql) {
        Matcher now = NOW.matcher(sql.strip());
        if (!now.matches()) {
            return Optional.empty();
        }
        String digits = now.group(1);
        boolean none = digits == null || digits.isEmpty() || digits.equals("0");
        return Optional.of(none ? "CURRENT_TIMESTAMP" : "CURRENT_TIMESTAMP(" + digits + ")");
    }

    /** The moment as a column of this type has it. */
    static String nowOf(DataType type) {
        int digits = precision(type);
        return digits == 0 ? "CURRENT_TIMESTAMP" : "CURRENT_TIMESTAMP(" + digits + ")";
    }

    private static String expression(DataType type, String text) {
        if (isMoment(type) && now(text).isPresent()) {
            return now(text).orElse(text);
        }
        Optional<String> string = SqlText.literalValue(text);
        if (isNumber(type)) {
            return number(type, string.orElse(text)).orElseGet(() -> SqlText.normalize(text));
        }
        Matcher hex = HEX.matcher(text);
        if (hex.matches() && isByteString(type)) {
            return hex(type, hex.group(1) == null ? hex.group(2) : hex.group(1));
        }
        if (string.isPresent()) {
            return isByteString(type) ? hex(type, hexOf(string.get())) : string(type, string.get());
        }
        if (type instanceof DataType.Other other
                && other.sql().equals("year")
                && NUMBER.matcher(text).matches()) {
            return SqlText.literal(text);
        }
        return CanonicalType.isText(type) && NUMBER.matcher(text).matches()
                ? SqlText.literal(text)
                : SqlText.normalize(text);
    }

    static boolean isByteString(DataType type) {
        return type instanceof DataType.Binary || type instanceof DataType.Varbinary;
    }

    /** MySQL 8.0.33 shows the declared bytes of a {@code binary(4)}, MariaDB 11.8.9 the stored ones, zeros included. */
    private static String hex(DataType type, String digits) {
        String shown = digits;
        if (type instanceof DataType.Binary) {
            while (shown.endsWith("00") && shown.length() > 2) {
                shown = shown.substring(0, shown.length() - 2);
            }
        }
        return shown.isEmpty() ? "''" : "0x" + shown.toUpperCase(Locale.ROOT);
    }

    private static String hexOf(String value) {
        StringBuilder digits = new StringBuilder();
        for (byte b : value.getBytes(StandardCharsets.UTF_8)) {
            digits.append(String.format("%02X", b));
        }
        return digits.toString();
    }

    static boolean isMoment(DataType type) {
        return type instanceof DataType.DateTime || type instanceof DataType.Timestamp;
    }

    private static boolean isNumber(DataType type) {
        return type instanceof DataType.Int
                || type instanceof DataType.Bool
                || type instanceof DataType.Decimal
                || type instanceof DataType.Approximate
                || (type instanceof DataType.Other other && other.sql().contains("zerofill"));
    }

    private static Optional<String> number(DataType type, String text) {
        if (TRUE_OR_FALSE.matcher(text).matches()) {
            return number(type, text.equalsIgnoreCase("true") ? "1" : "0");
        }
        if (!NUMBER.matcher(text.strip()).matches()) {
            return Optional.empty();
        }
        BigDecimal number = new BigDecimal(text.strip());
        if (type instanceof DataType.Decimal decimal) {
            return Optional.of(number.setScale(decimal.scale().orElse(0), RoundingMode.HALF_UP)
                    .toPlainString());
        }
        if (type instanceof DataType.Approximate) {
            return approximate(number);
        }
        return Optional.of(number.setScale(0, RoundingMode.HALF_UP).toPlainString());
    }

    /** Beyond these magnitudes the servers change to scientific notation, each in its own way. */
    private static Optional<String> approximate(BigDecimal number) {
        BigDecimal shortest = number.stripTrailingZeros();
        boolean plain = Math.abs((long) shortest.precision() - shortest.scale()) < NAIVE_EXPONENT;
        return plain ? Optional.of(shortest.toPlainString()) : Optional.empty();
    }

    private static String string(DataType type, String value) {
        return SqlText.literal(
                switch (kind(type)) {
                    case MOMENT -> moment(value, precision(type));
                    case TIME -> time(value, precision(type));
                    case ANY -> value;
                });
    }

    private enum Kind {
        MOMENT,
        TIME,
        ANY
    }

    private static Kind kind(DataType type) {
        return isMoment(type) ? Kind.MOMENT : type instanceof DataType.Time ? Kind.TIME : Kind.ANY;
    }

    private static int precision(DataType type) {
        OptionalInt digits = OptionalInt.empty();
        if (type instanceof DataType.DateTime dateTime) {
            digits = dateTime.precision();
        } else if (type instanceof DataType.Timestamp timestamp) {
            digits = timestamp.precision();
        } else if (type instanceof DataType.Time time) {
            digits = time.precision();
        }
        return digits.orElse(0);
    }

    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern MOMENT_TEXT =
            Pattern.compile("(\\d{4}-\\d{2}-\\d{2})[ T](\\d{2}:\\d{2}(?::\\d{2})?)(\\.\\d+)?");
    private static final Pattern TIME_TEXT = Pattern.compile("(\\d{2,3}:\\d{2}(?::\\d{2})?)(\\.\\d+)?");

    private static String moment(String value, int precision) {
        String text = DATE.matcher(value).matches() ? value + " 00:00:00" : value;
        Matcher matcher = MOMENT_TEXT.matcher(text);
        return matcher.matches()
                ? matcher.group(1) + " " + seconds(matcher.group(2)) + fraction(matcher.group(3), precision)
                : value;
    }

    private static String time(String value, int precision) {
        Matcher matcher = TIME_TEXT.matcher(value);
        return matcher.matches() ? seconds(matcher.group(1)) + fraction(matcher.group(2), precision) : value;
    }

    private static String seconds(String time) {
        return time.indexOf(':') == time.lastIndexOf(':') ? time + ":00" : time;
    }

    private static String fraction(@Nullable String shown, int precision) {
        String digits = (shown == null ? "" : shown.substring(1)) + "0".repeat(precision);
        return precision == 0 ? "" : "." + digits.substring(0, precision);
    }
}
