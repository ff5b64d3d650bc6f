package dev.fk.core.schema;

import java.util.OptionalInt;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * One part of an index: a column, or an expression.
 *
 * @param text the column's name, or the SQL of the expression
 * @param prefixLength how many leading characters are indexed (MySQL family), absent for all
 * @param options what only one server knows: {@code opclass}, {@code nulls}, {@code collation}
 */
@API(status = Status.EXPERIMENTAL)
public record IndexPart(
        String text, boolean isExpression, boolean descending, OptionalInt prefixLength, Options options) {
    public static IndexPart column(String name) {
        return new IndexPart(name, false, false, OptionalInt.empty(), Options.none());
    }

    public static IndexPart expression(String sql) {
        return new IndexPart(sql, true, false, OptionalInt.empty(), Options.none());
    }

    public IndexPart asDescending() {
        return withDescending(true);
    }

    public IndexPart withDescending(boolean other) {
        return new IndexPart(text, isExpression, other, prefixLength, options);
    }

    public IndexPart withText(String other) {
        return new IndexPart(other, isExpression, descending, prefixLength, options);
    }

    public IndexPart withOptions(Options other) {
        return new IndexPart(text, isExpression, descending, prefixLength, other);
    }

    /** As messages show it: {@code role}, {@code title(10)}, {@code status DESC}. */
    public String describe() {
        String prefix = prefixLength.isPresent() ? "(" + prefixLength.getAsInt() + ")" : "";
        return text + prefix + (descending ? " DESC" : "");
    }

    public boolean isWholeColumn() {
        return !isExpression && prefixLength.isEmpty();
    }
}
