package dev.fk.core.dialect.postgresql;

import dev.fk.core.schema.DataType;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * How the values of a column become values of another type. Where the server converts by itself on assignment it is left
 * to do so, because that fails where a cast would silently cut a string off.
 */
final class CastSql {
    private static final Pattern PARENTHESES = Pattern.compile("\\(.*?\\)");

    private CastSql() {}

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
        if (from instanceof DataType.Array some && to instanceof DataType.Array others) {
            return of(column, some.element(), others.element()).map(u -> quoted + "::text[]::" + TypeSql.of(to));
        }
        if (isResized(from, to)) {
            return Optional.empty();
        }
        String direct = before == Family.STRING ? quoted : quoted + "::text";
        return Optional.of(direct + "::" + TypeSql.of(to));
    }

    /** Whether both are one type that fk has no word for, of which only what stands in parentheses differs. */
    static boolean isResized(DataType from, DataType to) {
        return from instanceof DataType.Other before
                && to instanceof DataType.Other after
                && bare(before).equals(bare(after));
    }

    private static String bare(DataType.Other type) {
        return type.sql().startsWith("interval")
                ? "interval"
                : PARENTHESES.matcher(type.sql()).replaceAll("");
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
