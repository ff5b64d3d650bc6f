package dev.fk.core.dialect.postgresql;

import dev.fk.core.dialect.Conversion;
import dev.fk.core.dialect.Effect;
import dev.fk.core.dialect.NumberShape;
import dev.fk.core.schema.DataType;
import dev.fk.core.schema.Schema;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** What becomes of a value when ALTER COLUMN … TYPE converts it, with or without the USING of {@code CastSql}. */
final class ValueConversion {
    private static final int MICROSECONDS = 6;
    private static final Set<String> EXACT = Set.of(
            "citext",
            "inet",
            "cidr",
            "macaddr",
            "macaddr8",
            "xml",
            "bit varying",
            "int4range",
            "int8range",
            "numrange");

    private final String value;
    private final Schema schema;
    private final boolean softErrors;

    ValueConversion(String value, Schema schema, boolean softErrors) {
        this.value = value;
        this.schema = schema;
        this.softErrors = softErrors;
    }

    Conversion into(DataType from, DataType to) {
        if (from.equals(to)) {
            return Conversion.keeps(value);
        }
        if (isString(to)) {
            return string(from, to);
        }
        Optional<NumberShape> before = NumberShape.of(from, true);
        Optional<NumberShape> after = NumberShape.of(to, true);
        if (before.isPresent() && after.isPresent()) {
            return number(before.get(), after.get(), to);
        }
        if (from instanceof DataType.Bool && after.isPresent()) {
            return new Conversion(NumberShape.integer(1, true).into(after.get()), Optional.empty(), Optional.empty());
        }
        if (before.isPresent() && to instanceof DataType.Bool) {
            NumberShape integer = NumberShape.integer(Integer.SIZE, false);
            return new Conversion(Effect.LOSES, integer.misfit(value, before.get()), Optional.empty());
        }
        if (isMoment(from) && isMoment(to)) {
            return moment(from, to);
        }
        if (from instanceof DataType.Time a && to instanceof DataType.Time b) {
            boolean keeps = a.withTimeZone() == b.withTimeZone() && digits(a.precision()) <= digits(b.precision());
            return keeps ? new Conversion(Effect.KEEPS, Optional.empty(), Optional.of(value)) : Conversion.loses();
        }
        if (from instanceof DataType.Array some && to instanceof DataType.Array others) {
            Conversion each = some.element() instanceof DataType.Bool
                    ? parsed(others.element())
                    : into(some.element(), others.element());
            return new Conversion(each.effect(), Optional.empty(), Optional.empty());
        }
        if (CastSql.isResized(from, to)) {
            return resized(to);
        }
        boolean written = from instanceof DataType.Json && to instanceof DataType.Json json && !json.binary();
        return written ? new Conversion(Effect.KEEPS, Optional.empty(), Optional.empty()) : parsed(to);
    }

    /** By assignment, which refuses what is too long; but a moment and a span of time are rounded. */
    private static Conversion resized(DataType to) {
        String name = ((DataType.Other) to).sql();
        if (name.equals("interval") || name.equals("bit varying")) {
            return new Conversion(Effect.KEEPS, Optional.empty(), Optional.empty());
        }
        return name.startsWith("interval") ? Conversion.loses() : Conversion.fails();
    }

    /**
     * Trailing blanks beyond the length would be cut off, anything else is too long (SQL:2016, 9.2); those of a character(n)
     * are no part of its value, and the text of it has none.
     */
    private Conversion string(DataType from, DataType to) {
        OptionalInt length = length(to);
        boolean padded = to instanceof DataType.Char && !(from instanceof DataType.Char);
        boolean keepsText =
                isString(from) && !padded && !(from instanceof DataType.Char && !(to instanceof DataType.Char));
        boolean fits =
                length.isEmpty() || (isString(from) && length(from).orElse(Integer.MAX_VALUE) <= length.getAsInt());
        String text = "CAST(" + value + " AS text)";
        Optional<String> misfit = fits
                ? Optional.empty()
                : Optional.of("length(" + (padded ? "rtrim(" + text + ", ' ')" : text) + ") > " + length.getAsInt());
        Effect effect = padded && isString(from) ? Effect.LOSES : fits ? Effect.KEEPS : Effect.FAILS;
        String cut = fits ? value : "CAST(" + value + " AS " + TypeSql.of(to) + ")";
        return new Conversion(effect, misfit, keepsText ? Optional.of(cut) : Optional.empty());
    }

    /** NaN is a number that NUMERIC holds whatever its precision is, and that is above all others. */
    private Conversion number(NumberShape before, NumberShape after, DataType to) {
        Effect effect = before.into(after);
        Optional<String> misfit = effect == Effect.KEEPS || !after.isExact()
                ? Optional.empty()
                : after.misfit(value, before)
                        .map(m -> to instanceof DataType.Decimal && mayBeNaN(before)
                                ? "(" + value + " <> 'NaN' AND " + m + ")"
                                : m);
        return new Conversion(effect, misfit, effect == Effect.LOSES ? Optional.empty() : Optional.of(value));
    }

    private static boolean mayBeNaN(NumberShape shape) {
        return shape.scale() != 0;
    }

    private Conversion moment(DataType from, DataType to) {
        if (from instanceof DataType.Date && to instanceof DataType.Timestamp t && !t.withTimeZone()) {
            String misfit = "(" + value + " >= DATE '294277-01-01' AND isfinite(" + value + "))";
            return new Conversion(Effect.FAILS, Optional.of(misfit), Optional.of(value));
        }
        boolean keeps = (from instanceof DataType.Timestamp a
                && to instanceof DataType.Timestamp b
                && a.withTimeZone() == b.withTimeZone()
                && digits(a.precision()) <= digits(b.precision()));
        return keeps ? new Conversion(Effect.KEEPS, Optional.empty(), Optional.of(value)) : Conversion.loses();
    }

    /** Through text: whether it can be read is what the server itself is asked, and for enums their labels. */
    private Conversion parsed(DataType to) {
        String text = "CAST(" + value + " AS text)";
        Optional<List<String>> labels = PostgreSqlRowRules.labels(to, schema);
        if (labels.isPresent()) {
            return labels.get().isEmpty()
                    ? Conversion.fails(value + " IS NOT NULL")
                    : Conversion.fails(text + " NOT IN (" + EnumSql.labels(labels.get()) + ")");
        }
        Conversion conversion = softErrors && isReadAlike(to)
                ? Conversion.fails("NOT pg_input_is_valid(" + text + ", " + SqlText.literal(TypeSql.of(to)) + ")")
                : Conversion.fails();
        return isExact(to) ? conversion : conversion.with(Effect.LOSES);
    }

    /**
     * Types that a text is cast to as it is, or not at all. The cast to a domain, a "char", a name or a bit(n) cuts off what is
     * too long, also in an array; a bytea takes a backslash for the beginning of a byte, and an oid a sign for a large number.
     */
    private boolean isExact(DataType to) {
        if (to instanceof DataType.Array array) {
            DataType element = array.element();
            return isString(element) ? length(element).isEmpty() : isExact(element);
        }
        return to instanceof DataType.Int
                || to instanceof DataType.Bool
                || to instanceof DataType.Uuid
                || (to instanceof DataType.Decimal d && d.precision().isEmpty())
                || (to instanceof DataType.Json j && !j.binary())
                || PostgreSqlRowRules.labels(to, schema).isPresent()
                || (to instanceof DataType.Other other && EXACT.contains(other.sql()));
    }

    /** Types whose input function refuses exactly what the cast does; of bit(n), the cast cuts off. */
    private static boolean isReadAlike(DataType to) {
        return to instanceof DataType.Int
                || to instanceof DataType.Decimal
                || to instanceof DataType.Approximate
                || to instanceof DataType.Bool
                || to instanceof DataType.Uuid
                || to instanceof DataType.Json
                || to instanceof DataType.Date
                || to instanceof DataType.Time
                || to instanceof DataType.Timestamp;
    }

    private static boolean isString(DataType type) {
        return type instanceof DataType.Varchar || type instanceof DataType.Text || type instanceof DataType.Char;
    }

    private static boolean isMoment(DataType type) {
        return type instanceof DataType.Date || type instanceof DataType.Timestamp;
    }

    private static OptionalInt length(DataType type) {
        if (type instanceof DataType.Char character) {
            return OptionalInt.of(character.length());
        }
        return type instanceof DataType.Varchar varchar ? varchar.length() : OptionalInt.empty();
    }

    private static int digits(OptionalInt precision) {
        return precision.orElse(MICROSECONDS);
    }
}
