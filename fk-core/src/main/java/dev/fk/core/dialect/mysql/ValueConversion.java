package dev.fk.core.dialect.mysql;

import dev.fk.core.dialect.Conversion;
import dev.fk.core.dialect.Effect;
import dev.fk.core.dialect.NumberShape;
import dev.fk.core.schema.Column;
import dev.fk.core.schema.DataType;
import dev.fk.core.schema.DataType.LobSize;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What becomes of a value when MODIFY COLUMN converts it in strict mode. */
final class ValueConversion {
    /** {@code TINYTEXT} to {@code MEDIUMTEXT} in bytes. */
    private static final int TINY = (1 << 8) - 1;

    private static final int REGULAR = (1 << 16) - 1;
    private static final int MEDIUM = (1 << 24) - 1;
    private static final int BYTES_PER_CHARACTER = 4;
    private static final int DOUBLE_BITS = 53;
    private static final Pattern LITERAL = Pattern.compile("'(?:[^']|'')*+'");

    private final String value;
    private final Quoting quoting;
    private final boolean zeroDates;

    /** @param zeroDates whether dates of zeros may be written; those that are there are refused otherwise (MySQL 9.7.4) */
    ValueConversion(String value, Quoting quoting, boolean zeroDates) {
        this.value = value;
        this.quoting = quoting;
        this.zeroDates = zeroDates;
    }

    Conversion into(Column from, Column to) {
        if (!from.options().get(CanonicalColumn.SRID).equals(to.options().get(CanonicalColumn.SRID))) {
            return Conversion.fails();
        }
        Conversion conversion = types(from.type(), to.type());
        return from.collation().equals(to.collation()) ? conversion : recollated(from, to, conversion);
    }

    /**
     * Within a character set every string stays; into utf8mb4 as well. Whether others have the characters only the server
     * knows, and which set the table's own collation belongs to is not said here.
     */
    private Conversion recollated(Column from, Column to, Conversion conversion) {
        Optional<String> before = from.collation().map(Collations::charset);
        Optional<String> after = to.collation().map(Collations::charset);
        if (after.isPresent() && before.equals(after)) {
            String collation = to.collation().orElseThrow();
            return conversion.withValue(conversion.value().map(v -> v + " COLLATE " + collation));
        }
        Conversion unknown = conversion.withValue(Optional.empty());
        return after.equals(Optional.of("utf8mb4")) || conversion.effect() != Effect.KEEPS
                ? unknown.withoutMisfit()
                : Conversion.fails();
    }

    private Conversion types(DataType from, DataType to) {
        if (from.equals(to)) {
            return Conversion.keeps(value);
        }
        Optional<NumberShape> before = number(from);
        Optional<NumberShape> after = number(to);
        if (before.isPresent() && after.isPresent()) {
            return numbers(before.get(), after.get(), to);
        }
        if (isString(from) && after.isPresent()) {
            return text(after.get().scale() == 0);
        }
        if (to instanceof DataType.EnumType labels) {
            return labels(from, labels);
        }
        if (isString(to) && (isString(from) || from instanceof DataType.EnumType)) {
            return strings(from, to);
        }
        if (before.isPresent() && isString(to)) {
            return before.get().isExact() ? within("CHAR_LENGTH(" + value + ")", to) : approximate(before.get());
        }
        if (isBytes(from) && isBytes(to)) {
            return bytes(from, to);
        }
        if (to instanceof DataType.Json && isString(from)) {
            return Conversion.fails("NOT JSON_VALID(" + value + ")").with(Effect.LOSES);
        }
        return moment(from, to);
    }

    /**
     * A whole number is rounded, and read as far as it looks like one: '1.5' is 2, and for a DECIMAL '2020-01-02' is 2020.
     */
    private Conversion text(boolean whole) {
        String number = "(" + value + " REGEXP '[^-+.eE0-9[:space:]]' OR " + value + " NOT REGEXP '[0-9]'";
        return whole
                ? Conversion.fails(number + " OR " + value + " REGEXP '[^eE[:space:]][[:space:]]*[-+]|[eE]-'" + " OR "
                        + value + " REGEXP '^[^eE]*[.]0*[1-9][^eE]*$')")
                : Conversion.fails(number + ")").with(Effect.LOSES);
    }

    /** A FLOAT has up to eight digits, of which six are written. */
    private static Conversion approximate(NumberShape number) {
        return number.mantissa() < DOUBLE_BITS ? Conversion.loses() : Conversion.fails();
    }

    private Conversion numbers(NumberShape before, NumberShape after, DataType to) {
        if (to instanceof DataType.Approximate a && (a.precision().isPresent() || a.unsigned())) {
            return Conversion.loses();
        }
        Effect effect = before.into(after);
        return effect == Effect.KEEPS
                ? Conversion.keeps(value)
                : new Conversion(
                        effect,
                        after.isExact() ? after.misfit(value, before) : Optional.empty(),
                        effect == Effect.FAILS ? Optional.of(value) : Optional.empty());
    }

    private static Optional<NumberShape> number(DataType type) {
        return type instanceof DataType.Bool
                ? Optional.of(NumberShape.integer(Byte.SIZE, false))
                : NumberShape.of(type, false);
    }

    /** Trailing blanks beyond the length would be cut off without an error; a CHAR has none at all. */
    private Conversion strings(DataType from, DataType to) {
        boolean padded = to instanceof DataType.Char && !(from instanceof DataType.Char);
        if (fits(from, to)) {
            boolean alike = !padded && from.getClass().equals(to.getClass());
            return new Conversion(
                    padded && isString(from) ? Effect.LOSES : Effect.KEEPS,
                    Optional.empty(),
                    alike ? Optional.of(value) : Optional.empty());
        }
        String size = to instanceof DataType.Text ? "LENGTH(" : "CHAR_LENGTH(";
        String text = to instanceof DataType.Char ? "TRIM(TRAILING ' ' FROM " + value + ")" : value;
        Conversion conversion = within(size + text + ")", to);
        boolean cut = from.getClass().equals(to.getClass()) && !(to instanceof DataType.Text);
        Optional<String> rest =
                cut ? Optional.of("LEFT(" + value + ", " + limit(to).orElseThrow() + ")") : Optional.empty();
        return padded ? conversion.with(Effect.LOSES) : conversion.withValue(rest);
    }

    private static Conversion within(String length, DataType to) {
        return limit(to).isPresent()
                ? Conversion.fails(length + " > " + limit(to).getAsInt())
                : Conversion.fails();
    }

    private static boolean fits(DataType from, DataType to) {
        if (limit(to).isEmpty()) {
            return true;
        }
        long most = to instanceof DataType.Text == from instanceof DataType.Text || from instanceof DataType.Text
                ? limit(from).orElse(Integer.MAX_VALUE)
                : (long) limit(from).orElse(Integer.MAX_VALUE) * BYTES_PER_CHARACTER;
        return most <= limit(to).getAsInt();
    }

    /** In characters, of TEXT and BLOB in bytes; absent for what is never too short. */
    private static OptionalInt limit(DataType type) {
        if (type instanceof DataType.Char character) {
            return OptionalInt.of(character.length());
        }
        if (type instanceof DataType.Varchar varchar) {
            return varchar.length();
        }
        if (type instanceof DataType.Binary binary) {
            return OptionalInt.of(binary.length());
        }
        if (type instanceof DataType.Varbinary varbinary) {
            return OptionalInt.of(varbinary.length());
        }
        if (type instanceof DataType.EnumType labels) {
            return labels.labels().stream().mapToInt(String::length).max();
        }
        LobSize size = type instanceof DataType.Text text
                ? text.size()
                : type instanceof DataType.Blob blob ? blob.size() : LobSize.LONG;
        return switch (size) {
            case TINY -> OptionalInt.of(TINY);
            case REGULAR -> OptionalInt.of(REGULAR);
            case MEDIUM -> OptionalInt.of(MEDIUM);
            case LONG -> OptionalInt.empty();
        };
    }

    private Conversion bytes(DataType from, DataType to) {
        boolean padded = to instanceof DataType.Binary;
        boolean fits = limit(to).isEmpty()
                || limit(from).orElse(Integer.MAX_VALUE) <= limit(to).getAsInt();
        Conversion conversion = fits
                ? new Conversion(Effect.KEEPS, Optional.empty(), Optional.empty())
                : within("LENGTH(" + value + ")", to);
        return padded ? conversion.with(Effect.LOSES).withoutMisfit() : conversion;
    }

    /**
     * A number means the label at that place, and so does anything that is written with digits, without a word; the value that
     * stands for a label long gone stays what it is.
     */
    private Conversion labels(DataType from, DataType.EnumType to) {
        String list = to.labels().stream().map(quoting::literal).collect(Collectors.joining(", "));
        if (from instanceof DataType.EnumType before) {
            return to.labels().containsAll(before.labels())
                    ? Conversion.keeps(value)
                    : Conversion.fails("(" + value + " NOT IN (" + list + ") AND " + value + " <> '')")
                            .withValue(Optional.of(value));
        }
        if (isString(from)) {
            return Conversion.fails("TRIM(TRAILING ' ' FROM " + value + ") NOT IN (" + list + ")");
        }
        return Conversion.loses();
    }

    private Conversion moment(DataType from, DataType to) {
        if (from instanceof DataType.Time a && to instanceof DataType.Time b) {
            return digits(a.precision()) <= digits(b.precision()) ? Conversion.keeps(value) : Conversion.loses();
        }
        if (from instanceof DataType.Timestamp a && to instanceof DataType.Timestamp b) {
            return digits(a.precision()) <= digits(b.precision()) ? sameDay() : Conversion.loses();
        }
        if (from instanceof DataType.DateTime a && to instanceof DataType.DateTime b) {
            return digits(a.precision()) <= digits(b.precision()) ? sameDay() : Conversion.loses();
        }
        return from instanceof DataType.Date && to instanceof DataType.DateTime ? sameDay() : other(from, to);
    }

    private Conversion sameDay() {
        String zero = "(MONTH(" + value + ") = 0 OR DAYOFMONTH(" + value + ") = 0)";
        return zeroDates ? Conversion.keeps(value) : Conversion.fails(zero).withValue(Optional.of(value));
    }

    private static Conversion other(DataType from, DataType to) {
        if (from instanceof DataType.Other before) {
            boolean bits = before.sql().startsWith("bit(");
            if (to instanceof DataType.Other after) {
                return bits ? bits(before, after) : members(before, after);
            }
            if (bits && to instanceof DataType.Text) {
                return Conversion.loses();
            }
        }
        boolean readable = (isString(from) && !isBytes(to)) || (isString(to) && !isBytes(from));
        return readable ? Conversion.fails().with(isString(to) ? Effect.FAILS : Effect.LOSES) : Conversion.loses();
    }

    private static Conversion bits(DataType.Other from, DataType.Other to) {
        if (!to.sql().startsWith("bit(")) {
            return Conversion.loses();
        }
        boolean fits = bits(from) <= bits(to);
        return fits ? new Conversion(Effect.KEEPS, Optional.empty(), Optional.empty()) : Conversion.fails();
    }

    private static int bits(DataType.Other type) {
        return Integer.parseInt(type.sql().replaceAll("\\D", ""));
    }

    /** The members of a SET are found by their names; one that is gone is refused. */
    private static Conversion members(DataType.Other from, DataType.Other to) {
        boolean sets = from.sql().startsWith("set(") && to.sql().startsWith("set(");
        Effect ofSets = literals(to).containsAll(literals(from)) ? Effect.KEEPS : Effect.FAILS;
        return new Conversion(sets ? ofSets : Effect.LOSES, Optional.empty(), Optional.empty());
    }

    private static Set<String> literals(DataType.Other type) {
        return LITERAL.matcher(type.sql()).results().map(MatchResult::group).collect(Collectors.toSet());
    }

    private static boolean isString(DataType type) {
        return type instanceof DataType.Varchar || type instanceof DataType.Text || type instanceof DataType.Char;
    }

    private static boolean isBytes(DataType type) {
        return type instanceof DataType.Varbinary || type instanceof DataType.Blob || type instanceof DataType.Binary;
    }

    private static int digits(OptionalInt precision) {
        return precision.orElse(0);
    }
}
