package dev.fk.core.model;

import dev.fk.core.schema.IndexPart;
import java.util.OptionalInt;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** One part of an index, with what can be said about it. Immutable. */
@API(status = Status.EXPERIMENTAL)
public record IndexPartSpec(IndexPart part) {
    public IndexPartSpec descending() {
        return new IndexPartSpec(part.asDescending());
    }

    /** Only so many leading characters are indexed (MySQL family). */
    public IndexPartSpec prefix(int characters) {
        return new IndexPartSpec(new IndexPart(
                part.text(), part.isExpression(), part.descending(), OptionalInt.of(characters), part.options()));
    }

    /** The operator class (PostgreSQL): {@code text_pattern_ops}. */
    public IndexPartSpec operatorClass(String name) {
        Given.all(name);
        return option("opclass", name);
    }

    public IndexPartSpec collate(String collation) {
        Given.all(collation);
        return option("collation", collation);
    }

    /** {@code first} or {@code last} (PostgreSQL). */
    public IndexPartSpec nulls(String position) {
        Given.all(position);
        return option("nulls", position);
    }

    private IndexPartSpec option(String key, String value) {
        return new IndexPartSpec(part.withOptions(part.options().with(key, value)));
    }
}
