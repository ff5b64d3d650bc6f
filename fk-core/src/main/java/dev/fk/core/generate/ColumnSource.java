package dev.fk.core.generate;

import dev.fk.core.schema.Column;
import dev.fk.core.schema.DataType;
import dev.fk.core.schema.ForeignKey;
import dev.fk.core.schema.Generation;
import java.util.Optional;

/**
 * The arguments that describe a column: its name and an attribute where that says all of it, otherwise the whole column.
 *
 * @param type what people would write for the type of the column
 */
record ColumnSource(Column column, DataType type) {
    /** Whether an attribute says all of it. */
    boolean isAttribute() {
        return attribute().isWhole();
    }

    private AttributeSource attribute() {
        return new AttributeSource(column, type);
    }

    String arguments() {
        return arguments(false, false, Optional.empty());
    }

    /** With what is said at the column of a table that is made with it. */
    String arguments(boolean primaryKey, boolean unique, Optional<ForeignKey> key) {
        return isAttribute()
                ? JavaText.literal(column.name()) + ", " + attribute().text(primaryKey, unique)
                        + key.map(AttributeSource::references).orElse("")
                : exact();
    }

    private String exact() {
        StringBuilder text = new StringBuilder(
                "Column.of(" + JavaText.literal(column.name()) + ", " + TypeValue.of(column.type()) + ")");
        text.append(column.nullable() ? "" : ".notNull()");
        if (!(column.generation() instanceof Generation.None)) {
            text.append(".withGeneration(")
                    .append(Values.of(column.generation()))
                    .append(')');
        }
        column.collation().ifPresent(c -> text.append(".withCollation(")
                .append(Values.of(Optional.of(c)))
                .append(')'));
        column.comment().ifPresent(c -> text.append(".withComment(")
                .append(Values.of(Optional.of(c)))
                .append(')'));
        if (!column.options().isEmpty()) {
            text.append(".withOptions(").append(Values.of(column.options())).append(')');
        }
        return text.toString();
    }
}
