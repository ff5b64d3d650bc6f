package dev.fk.core.migration;

import dev.fk.core.dialect.RowRules;
import dev.fk.core.schema.Expression;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A value of a row, as SQL or as a text that has still to be quoted.
 *
 * @param isText whether it is to be quoted; a server takes a quoted text for a value of the column's type
 */
record DataValue(String text, boolean isText) {
    private static final String NULL = "NULL";

    static DataValue of(String column, @Nullable Object value) {
        if (value == null) {
            return new DataValue(NULL, false);
        }
        if (value instanceof Expression expression) {
            return new DataValue(expression.sql(), false);
        }
        if (value instanceof Boolean truth) {
            return new DataValue(truth ? "TRUE" : "FALSE", false);
        }
        Optional<String> text = text(value);
        boolean isNumber = value instanceof Number;
        return new DataValue(
                text.orElseThrow(() -> new IllegalArgumentException("A value of " + column + " is a "
                        + value.getClass().getName()
                        + ", which not every server writes alike. Give it as text, number, boolean, LocalDate,"
                        + " LocalTime, LocalDateTime, UUID or enum, or as SQL: new Expression(…).")),
                !isNumber);
    }

    private static Optional<String> text(Object value) {
        if (value instanceof BigDecimal number) {
            return Optional.of(number.toPlainString());
        }
        if (value instanceof LocalDateTime time) {
            return Optional.of(time.toLocalDate() + " " + time.toLocalTime().format(DateTimeFormatter.ISO_LOCAL_TIME));
        }
        boolean plain = value instanceof CharSequence
                || value instanceof Integer
                || value instanceof Long
                || value instanceof Short
                || value instanceof Byte
                || value instanceof BigInteger
                || (value instanceof Double d && Double.isFinite(d))
                || value instanceof UUID
                || value instanceof LocalDate
                || value instanceof LocalTime;
        if (plain) {
            return Optional.of(value.toString());
        }
        return value instanceof Enum<?> constant ? Optional.of(constant.name()) : Optional.empty();
    }

    boolean isNull() {
        return !isText && text.equals(NULL);
    }

    String sql(RowRules rules) {
        return isText ? rules.literal(text) : text;
    }

    @Override
    public String toString() {
        return isText ? "'" + text + "'" : text;
    }
}
