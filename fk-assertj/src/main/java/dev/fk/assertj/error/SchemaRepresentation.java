package dev.fk.assertj.error;

import dev.fk.core.diff.ColumnText;
import dev.fk.core.diff.ConstraintText;
import dev.fk.core.schema.Column;
import dev.fk.core.schema.Constraint;
import dev.fk.core.schema.DataType;
import dev.fk.core.schema.Schema;
import dev.fk.core.schema.Table;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.assertj.core.presentation.Representation;

/**
 * Prints parts of a schema in the notation of messages, unless a registered representation has words of its own for
 * them; one that prints a value as its {@code toString} has none.
 */
@API(status = Status.INTERNAL)
public record SchemaRepresentation(Representation registered) implements Representation {
    @Override
    public String toStringOf(Object object) {
        String text = registered.toStringOf(object);
        return String.valueOf(object).equals(text) ? notation(object).orElse(text) : text;
    }

    /** Shown where two values that differ print alike. */
    @Override
    public String unambiguousToStringOf(Object object) {
        return registered.unambiguousToStringOf(object);
    }

    private static Optional<String> notation(Object object) {
        if (object instanceof Constraint constraint) {
            return Optional.of(ConstraintText.of(constraint));
        }
        if (object instanceof Column column) {
            return Optional.of(column.name() + " " + ColumnText.of(column));
        }
        if (object instanceof DataType type) {
            return Optional.of(type.describe());
        }
        if (object instanceof Table table) {
            return Optional.of("table " + table.name() + " (" + String.join(", ", table.columnNames()) + ")");
        }
        return object instanceof Schema schema
                ? Optional.of("schema with tables " + schema.tables().keySet())
                : Optional.empty();
    }
}
