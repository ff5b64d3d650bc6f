package dev.fk.core.explain.row;

import dev.fk.core.dialect.Cause;
import dev.fk.core.dialect.NumberShape;
import dev.fk.core.explain.Explanation;
import dev.fk.core.explain.Fix;
import dev.fk.core.explain.situation.Situation;
import dev.fk.core.explain.statement.WrittenTime;
import dev.fk.core.schema.Column;
import dev.fk.core.schema.DataType;
import dev.fk.core.schema.EnumDefinition;
import dev.fk.core.schema.Table;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The values that INSERT or UPDATE says and that the type of their column does not hold. PostgreSQL names neither the column
 * nor, of a text or number that is too large, the value. Nothing is tried on the server: in a transaction that would end it.
 */
record UnfitValues(Situation situation) {
    private static final Pattern WHOLE = Pattern.compile("\\s*[-+]?\\d+\\s*");
    private static final Pattern NUMBER = Pattern.compile("\\s*[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?\\s*");
    private static final int SHOWN = 40;

    /** MySQL and MariaDB, of a text. */
    private static final int OF_ANOTHER_SET = 1366;

    List<Explanation> find() {
        return situation.statement().changesRows() && situation.reported().contains(Cause.VALUES_UNFIT)
                ? situation.statement().table().flatMap(situation::table).stream()
                        .flatMap(t ->
                                new WrittenValues(situation, t).rows().stream().flatMap(row -> unfit(t, row)))
                        .distinct()
                        .toList()
                : List.of();
    }

    private Stream<Explanation> unfit(Table table, Map<String, String> row) {
        return row.entrySet().stream()
                .flatMap(e -> table.column(e.getKey()).flatMap(c -> why(table, c, e.getValue())).stream())
                .map(fact -> Explanation.of(
                        Cause.VALUES_UNFIT,
                        fact,
                        "Write a value that the column holds, or give the column another type.",
                        Fix.none()));
    }

    /** What keeps a column from holding a literal. */
    Optional<String> why(Table table, Column column, String literal) {
        if (literal.equals("NULL") || literal.contains("\\")) {
            return Optional.empty();
        }
        boolean text = literal.startsWith("'");
        String value = text ? literal.substring(1, literal.length() - 1).replace("''", "'") : literal;
        String name = table.name() + "." + column.name();
        DataType type = column.type();
        String of = name + " is " + type.describe();
        if (type.isText() && situation.error().code() == OF_ANOTHER_SET) {
            return situation
                    .diagnosis()
                    .collation(column, table)
                    .filter(c -> text && situation.says(column.name()))
                    .map(c -> shown(literal) + " has characters that " + c.replaceFirst("_.*", "")
                            + ", the character set of " + name + ", does not have");
        }
        if (type instanceof DataType.Varchar varchar && varchar.length().isPresent()) {
            return tooLong(value, varchar.length().getAsInt(), of);
        }
        if (type instanceof DataType.Char character) {
            return tooLong(value, character.length(), of);
        }
        if (type instanceof DataType.Int integer) {
            return WHOLE.matcher(value).matches()
                    ? beyond(new BigDecimal(value.strip()), integer, of)
                    : Optional.of(shown(literal) + " is no whole number, and " + of)
                            .filter(f -> text && !NUMBER.matcher(value).matches() && isSaid(value, column));
        }
        if (type instanceof DataType.Date || type instanceof DataType.DateTime || type instanceof DataType.Timestamp) {
            return new WrittenTime(value)
                    .fault()
                    .filter(f -> text && isSaid(value, column))
                    .map(f -> literal + " " + f + ", and " + of);
        }
        if (type instanceof DataType.Decimal || type instanceof DataType.Approximate || type instanceof DataType.Bool) {
            return NUMBER.matcher(value).matches()
                    ? tooManyDigits(value, type, of)
                    : Optional.of(shown(literal) + " is no number"
                                    + (type instanceof DataType.Bool ? " and no truth" : "") + ", and " + of)
                            .filter(f -> text && isSaid(value, column));
        }
        return text
                ? labels(type)
                        .filter(l -> !l.isEmpty() && !l.contains(value))
                        .map(l -> literal + " is none of the values of " + name + ": " + String.join(", ", l))
                : Optional.empty();
    }

    private boolean isSaid(String value, Column column) {
        return situation.says(value) || situation.says(column.name());
    }

    /** Blanks at the end are cut off. */
    private static Optional<String> tooLong(String value, int length, String of) {
        int characters =
                value.stripTrailing().codePointCount(0, value.stripTrailing().length());
        return characters > length
                ? Optional.of(shown("'" + value + "'") + " has " + characters + " characters, and " + of)
                : Optional.empty();
    }

    private static Optional<String> beyond(BigDecimal value, DataType.Int type, String of) {
        NumberShape shape = NumberShape.integer(type);
        BigDecimal least = shape.min().orElseThrow();
        BigDecimal most = shape.max().orElseThrow();
        return value.compareTo(least) < 0 || value.compareTo(most) > 0
                ? Optional.of(value + " is not between " + least + " and " + most + ", and " + of)
                : Optional.empty();
    }

    private static Optional<String> tooManyDigits(String value, DataType type, String of) {
        if (!(type instanceof DataType.Decimal decimal) || decimal.precision().isEmpty()) {
            return Optional.empty();
        }
        int room = decimal.precision().getAsInt() - decimal.scale().orElse(0);
        BigDecimal rounded =
                new BigDecimal(value.strip()).setScale(decimal.scale().orElse(0), RoundingMode.HALF_UP);
        int digits = rounded.precision() - rounded.scale();
        return digits > room && rounded.signum() != 0
                ? Optional.of(value + " has " + digits + " digits before the point, and " + of + ", which has " + room)
                : Optional.empty();
    }

    private Optional<List<String>> labels(DataType type) {
        if (type instanceof DataType.EnumType own) {
            return Optional.of(own.labels());
        }
        return type instanceof DataType.Named named
                ? Optional.ofNullable(situation.schema().enums().get(named.name()))
                        .map(EnumDefinition::labels)
                : Optional.empty();
    }

    private static String shown(String literal) {
        return literal.length() > SHOWN ? literal.substring(0, SHOWN) + "…" : literal;
    }
}
