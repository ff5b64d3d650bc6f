package dev.fk.core.dialect.postgresql;

import dev.fk.core.schema.DataType;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * How the values of a column become values of another type. Where the server converts by itself on assignment it is left
 * to do so, because that fails where a cast would silently cut a string off.
 */
final class Conversion {
    private Conversion() {}

    /** The expression for USING, if one is needed. */
    static Optional<String> of(String column, DataType from, DataType to) {
        String quoted = Identifiers.quote(column);
        Family before = Family.of(from);
        Family after = Family.of(to);
        if (from.equals(to) || after == Family.STRING || (before == after && before.convertsByItself())) {
            return Optional.empty();
        }
        if (EnumSet.of(before, after).equals(Set.of(Family.BOOL, Family.NUMBER))) {
            return Optional.of(quoted + "::integer::" + TypeSql.of(to));
        }
        if (from instanceof DataType.Array && to instanceof DataType.Array) {
            return Optional.of(quoted + "::text[]::" + TypeSql.of(to));
        }
        String direct = before == Family.STRING ? quoted : quoted + "::text";
        return Optional.of(direct + "::" + TypeSql.of(to));
    }

    /** Types among which every assignment converts. */
    private enum Family {
        NUMBER,
        BOOL,
        STRING,
        MOMENT,
        TIME,
        JSON,
        BYTES,
        OTHER;

        boolean convertsByItself() {
            return this != OTHER && this != BOOL;
        }

        static Family of(DataType type) {
            if (type instanceof DataType.Int
                    || type instanceof DataType.Decimal
                    || type instanceof DataType.Approximate) {
                return NUMBER;
            }
            if (type instanceof DataType.Varchar || type instanceof DataType.Text || type instanceof DataType.Char) {
                return STRING;
            }
            if (type instanceof DataType.Date || type instanceof DataType.Timestamp) {
                return MOMENT;
            }
            if (type instanceof DataType.Time) {
                return TIME;
            }
            if (type instanceof DataType.Json) {
                return JSON;
            }
            if (type instanceof DataType.Blob) {
                return BYTES;
            }
            return type instanceof DataType.Bool ? BOOL : OTHER;
        }
    }
}
