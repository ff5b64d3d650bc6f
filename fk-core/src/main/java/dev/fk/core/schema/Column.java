package dev.fk.core.schema;

import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * A column of a table.
 *
 * @param collation absent when it is the default of the table or type
 * @param options what only one server knows, such as {@code on update} of the MySQL family
 */
@API(status = Status.EXPERIMENTAL)
public record Column(
        String name,
        DataType type,
        boolean nullable,
        Generation generation,
        Optional<String> collation,
        Optional<String> comment,
        Options options) {
    /** The option that names a sequence of the column, in the schema of its table, which gives it no values any more. */
    public static final String IDLE_SEQUENCE = "idle sequence";

    public Column {
        Require.identifier(name, "a column");
    }

    /** A nullable column without a default. */
    public static Column of(String name, DataType type) {
        return new Column(name, type, true, Generation.none(), Optional.empty(), Optional.empty(), Options.none());
    }

    public Column notNull() {
        return withNullable(false);
    }

    /** Whether this is computed from that column, as far as {@link Expression#mayMention} tells. */
    public boolean mayBeComputedFrom(String other) {
        return generation instanceof Generation.Computed computed
                && computed.expression().mayMention(other);
    }

    public Column withName(String other) {
        return new Column(other, type, nullable, generation, collation, comment, options);
    }

    public Column withType(DataType other) {
        return new Column(name, other, nullable, generation, collation, comment, options);
    }

    public Column withNullable(boolean other) {
        return new Column(name, type, other, generation, collation, comment, options);
    }

    public Column withGeneration(Generation other) {
        return new Column(name, type, nullable, other, collation, comment, options);
    }

    public Column withCollation(Optional<String> other) {
        return new Column(name, type, nullable, generation, other, comment, options);
    }

    public Column withComment(Optional<String> other) {
        return new Column(name, type, nullable, generation, collation, other, options);
    }

    public Column withOptions(Options other) {
        return new Column(name, type, nullable, generation, collation, comment, other);
    }
}
