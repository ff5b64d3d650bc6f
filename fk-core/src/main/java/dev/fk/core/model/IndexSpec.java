package dev.fk.core.model;

import dev.fk.core.schema.Expression;
import dev.fk.core.schema.IndexPart;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Builds an index inside {@code m.index(i -> …)}. */
@API(status = Status.EXPERIMENTAL)
public final class IndexSpec {
    final List<IndexPart> parts = new ArrayList<>();
    Optional<String> name = Optional.empty();
    Optional<String> method = Optional.empty();
    Optional<Expression> where = Optional.empty();
    boolean unique;

    IndexSpec() {}

    /** Adds attributes (or columns) to what is indexed. */
    public IndexSpec on(String... attributeNames) {
        for (String attribute : Given.names(attributeNames)) {
            parts.add(IndexPart.column(attribute));
        }
        return this;
    }

    /** Adds an attribute with details: {@code on("title", t -> t.prefix(10).descending())}. */
    public IndexSpec on(String attributeName, UnaryOperator<IndexPartSpec> details) {
        Given.all(attributeName, details);
        parts.add(details.apply(new IndexPartSpec(IndexPart.column(attributeName)))
                .part());
        return this;
    }

    /** Adds an expression; such an index needs a name. */
    public IndexSpec onExpression(String sql) {
        Given.all(sql);
        parts.add(IndexPart.expression(sql));
        return this;
    }

    /** Adds an expression with details. */
    public IndexSpec onExpression(String sql, UnaryOperator<IndexPartSpec> details) {
        Given.all(sql, details);
        parts.add(details.apply(new IndexPartSpec(IndexPart.expression(sql))).part());
        return this;
    }

    public IndexSpec named(String indexName) {
        Given.all(indexName);
        name = Optional.of(indexName);
        return this;
    }

    public IndexSpec unique() {
        unique = true;
        return this;
    }

    /** The access method: {@code btree}, {@code gin}, {@code hash}, or {@code fulltext} and {@code spatial} (MySQL family). */
    public IndexSpec using(String accessMethod) {
        Given.all(accessMethod);
        method = Optional.of(accessMethod.toLowerCase(Locale.ROOT));
        return this;
    }

    /** Only rows that satisfy this SQL condition are indexed (PostgreSQL). */
    public IndexSpec where(String sql) {
        Given.all(sql);
        where = Optional.of(new Expression(sql));
        return this;
    }
}
