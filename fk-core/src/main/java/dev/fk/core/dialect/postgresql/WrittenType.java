package dev.fk.core.dialect.postgresql;

import dev.fk.core.schema.DataType;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A type as somebody wrote it, in any of the names that PostgreSQL has for it. */
final class WrittenType {
    private static final Pattern DIGITS = Pattern.compile("\\(\\s*(\\d+)\\s*(?:,\\s*(\\d+)\\s*)?\\)");

    private static final int REAL_BITS = 24;

    private WrittenType() {}

    static DataType of(String sql) {
        String text = sql.strip();
        if (text.endsWith("[]")) {
            return new DataType.Array(of(text.substring(0, text.length() - 2)));
        }
        Matcher digits = DIGITS.matcher(text);
        boolean found = digits.find();
        OptionalInt first = found ? number(digits.group(1)) : OptionalInt.empty();
        OptionalInt second = found ? number(digits.group(2)) : OptionalInt.empty();
        return switch (CanonicalTypeName.of(text)) {
            case "smallint", "smallserial", "serial2" -> new DataType.Int(DataType.Int.Size.SMALL);
            case "integer", "serial", "serial4" -> new DataType.Int(DataType.Int.Size.REGULAR);
            case "bigint", "bigserial", "serial8" -> new DataType.Int(DataType.Int.Size.BIG);
            case "numeric" -> new DataType.Decimal(first, second);
            case "real" -> new DataType.Approximate(DataType.Approximate.Kind.REAL);
            case "double precision" ->
                new DataType.Approximate(
                        first.isPresent() && first.getAsInt() <= REAL_BITS
                                ? DataType.Approximate.Kind.REAL
                                : DataType.Approximate.Kind.DOUBLE);
            case "boolean" -> new DataType.Bool();
            case "character" -> new DataType.Char(first.orElse(1), false);
            case "character varying" -> new DataType.Varchar(first, false);
            case "text" -> new DataType.Text(DataType.LobSize.REGULAR);
            case "bytea" -> new DataType.Blob(DataType.LobSize.REGULAR);
            case "date" -> new DataType.Date();
            case "time without time zone" -> new DataType.Time(first, false);
            case "time with time zone" -> new DataType.Time(first, true);
            case "timestamp without time zone" -> new DataType.Timestamp(first, false);
            case "timestamp with time zone" -> new DataType.Timestamp(first, true);
            case "uuid" -> new DataType.Uuid();
            case "json" -> new DataType.Json(false);
            case "jsonb" -> new DataType.Json(true);
            default -> new DataType.Other(text);
        };
    }

    private static OptionalInt number(@Nullable String digits) {
        return digits == null ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(digits));
    }
}
