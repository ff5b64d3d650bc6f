package dev.fk.core.dialect.postgresql;

import dev.fk.core.schema.Index;
import dev.fk.core.schema.IndexPart;
import dev.fk.core.schema.QualifiedName;
import java.util.Locale;
import java.util.stream.Collectors;

/** CREATE INDEX. */
final class IndexSql {
    private IndexSql() {}

    static String create(QualifiedName table, Index index) {
        return create(table, index, "");
    }

    /** While others write to the table; it must not stand in a transaction. */
    static String createConcurrently(QualifiedName table, Index index) {
        return create(table, index, "CONCURRENTLY ");
    }

    private static String create(QualifiedName table, Index index, String how) {
        String parts = index.parts().stream().map(IndexSql::part).collect(Collectors.joining(", "));
        return "CREATE " + (index.unique() ? "UNIQUE " : "") + "INDEX " + how
                + index.name().map(n -> Identifiers.quote(n) + " ").orElse("")
                + "ON " + Identifiers.quote(table)
                + index.method()
                        .map(m -> " USING " + Identifiers.quoteIfNeeded(m))
                        .orElse("")
                + " (" + parts + ")"
                + ConstraintSql.include(index.options())
                + (index.options().has(Keys.NULLS_NOT_DISTINCT) ? " NULLS NOT DISTINCT" : "")
                + ConstraintSql.with(index.options())
                + index.options()
                        .get(Keys.TABLESPACE)
                        .map(t -> " TABLESPACE " + Identifiers.quote(t))
                        .orElse("")
                + index.where().map(w -> " WHERE " + w).orElse("");
    }

    private static String part(IndexPart part) {
        String what = part.isExpression() ? "(" + part.text() + ")" : Identifiers.quote(part.text());
        return what
                + part.options()
                        .get(Keys.COLLATION)
                        .map(c -> " COLLATE " + ColumnSql.collation(c))
                        .orElse("")
                + part.options().get(Keys.OPCLASS).map(o -> " " + o).orElse("")
                + (part.descending() ? " DESC" : "")
                + part.options()
                        .get(Keys.NULLS)
                        .map(n -> " NULLS " + n.toUpperCase(Locale.ROOT))
                        .orElse("");
    }
}
