package dev.fk.core.dialect.mysql;

import dev.fk.core.schema.DataType;
import dev.fk.core.schema.DataType.Approximate;
import dev.fk.core.schema.DataType.Int;
import dev.fk.core.schema.DataType.LobSize;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads types as {@code information_schema.columns.column_type} writes them: {@code int(11)}, {@code decimal(10,2)
 * unsigned}, {@code enum('a','b')}. What it does not know stays as it is written.
 */
final class ColumnTypes {
    private static final Pattern SHAPE =
            Pattern.compile("([a-z]+(?: precision| varying)?)\\s*(?:\\(\\s*(\\d+)\\s*(?:,\\s*(\\d+)\\s*)?\\))?"
                    + "(\\s+unsigned|\\s+signed)?(\\s+zerofill)?");
    private static final Map<String, Int.Size> INTEGERS = Map.of(
            "tinyint", Int.Size.TINY,
            "smallint", Int.Size.SMALL,
            "mediumint", Int.Size.MEDIUM,
            "int", Int.Size.REGULAR,
            "integer", Int.Size.REGULAR,
            "bigint", Int.Size.BIG);
    /** The width that the servers fill with zeros to when none is declared; another one is beyond {@link Int}. */
    private static final Map<Int.Size, Integer> ZEROFILL_WIDTH =
            Map.of(Int.Size.TINY, 3, Int.Size.SMALL, 5, Int.Size.MEDIUM, 8, Int.Size.REGULAR, 10, Int.Size.BIG, 20);

    /** Most columns of a schema have one of few types. */
    private final Map<String, DataType> parsed = new ConcurrentHashMap<>();

    DataType of(String sql) {
        DataType known = parsed.get(sql); // computeIfAbsent would lock
        return known == null ? parsed.computeIfAbsent(sql, ColumnTypes::parse) : known;
    }

    static DataType parse(String sql) {
        String text = sql.strip();
        String word = text.toLowerCase(Locale.ROOT);
        if (word.startsWith("enum") && text.indexOf('(') > 0) {
            return enumType(text);
        }
        Matcher shape = SHAPE.matcher(word);
        return shape.matches() ? known(shape, text) : other(text);
    }

    private static DataType known(Matcher shape, String text) {
        String word = shape.group(1);
        OptionalInt first = number(shape.group(2));
        OptionalInt second = number(shape.group(3));
        boolean zerofill = shape.group(5) != null;
        boolean unsigned = zerofill || (shape.group(4) != null && shape.group(4).contains("unsigned"));
        Int.Size size = INTEGERS.get(word);
        if (size != null) {
            return integer(size, first, unsigned, zerofill, text);
        }
        return switch (word) {
            case "bool", "boolean" -> new DataType.Bool();
            case "decimal", "numeric", "dec", "fixed" -> new DataType.Decimal(first, second, unsigned, zerofill);
            case "float" -> new Approximate(Approximate.Kind.FLOAT, first, second, unsigned, zerofill);
            case "double", "double precision" ->
                new Approximate(Approximate.Kind.DOUBLE, first, second, unsigned, zerofill);
            case "real" -> new Approximate(Approximate.Kind.REAL, first, second, unsigned, zerofill);
            default -> unsigned ? other(text) : plain(word, first, text);
        };
    }

    private static DataType plain(String word, OptionalInt length, String text) {
        return switch (word) {
            case "char", "character" -> new DataType.Char(length.orElse(1), false);
            case "varchar", "character varying" ->
                length.isPresent() ? new DataType.Varchar(length, false) : other(text);
            case "binary" -> new DataType.Binary(length.orElse(1));
            case "varbinary" -> length.isPresent() ? new DataType.Varbinary(length.getAsInt()) : other(text);
            case "time" -> new DataType.Time(precision(length), false);
            case "datetime" -> new DataType.DateTime(precision(length));
            case "timestamp" -> new DataType.Timestamp(precision(length), true);
            case "year" -> new DataType.Other("year");
            default -> length.isPresent() ? other(text) : bare(word, text);
        };
    }

    private static DataType bare(String word, String text) {
        return switch (word) {
            case "tinytext" -> new DataType.Text(LobSize.TINY);
            case "text" -> new DataType.Text(LobSize.REGULAR);
            case "mediumtext" -> new DataType.Text(LobSize.MEDIUM);
            case "longtext" -> new DataType.Text(LobSize.LONG);
            case "tinyblob" -> new DataType.Blob(LobSize.TINY);
            case "blob" -> new DataType.Blob(LobSize.REGULAR);
            case "mediumblob" -> new DataType.Blob(LobSize.MEDIUM);
            case "longblob" -> new DataType.Blob(LobSize.LONG);
            case "date" -> new DataType.Date();
            case "bit" -> new DataType.Other("bit(1)");
            case "json" -> new DataType.Json(false);
            default -> other(text);
        };
    }

    /** MySQL 8.0.19 stopped showing display widths, but for {@code tinyint(1)}, which clients take for a truth value. */
    private static DataType integer(Int.Size size, OptionalInt width, boolean unsigned, boolean zerofill, String text) {
        if (size == Int.Size.TINY && !unsigned && width.equals(OptionalInt.of(1))) {
            return new DataType.Bool();
        }
        if (zerofill && width.isPresent() && width.getAsInt() != ZEROFILL_WIDTH.getOrDefault(size, 0)) {
            return other(text);
        }
        return new Int(size, unsigned, zerofill);
    }

    static OptionalInt precision(OptionalInt digits) {
        return digits.equals(OptionalInt.of(0)) ? OptionalInt.empty() : digits;
    }

    private static DataType enumType(String text) {
        int open = text.indexOf('(');
        int close = SqlText.closing(text, open);
        List<String> labels = new ArrayList<>();
        for (int i = open + 1; i < close; ) {
            int end = SqlText.end(text, i);
            SqlText.literalValue(text.substring(i, end)).ifPresent(labels::add);
            i = end;
        }
        boolean whole = close == text.length() - 1 && !labels.isEmpty();
        return whole ? new DataType.EnumType(labels) : new DataType.Other(text);
    }

    /** Lower case and without blanks that mean nothing, outside quotes. */
    private static DataType other(String text) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < text.length(); ) {
            int end = SqlText.end(text, i);
            boolean character = end == i + 1;
            if (!character) {
                out.append(text, i, end);
            } else if (!Character.isWhitespace(text.charAt(i))) {
                out.append(Character.toLowerCase(text.charAt(i)));
            } else if (out.length() > 0 && ",( ".indexOf(out.charAt(out.length() - 1)) < 0) {
                out.append(' ');
            }
            i = end;
        }
        return new DataType.Other(out.toString());
    }

    private static OptionalInt number(@Nullable String digits) {
        return digits == null ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(digits));
    }
}
