package dev.fk.assertj.error;

import dev.fk.core.diff.ColumnText;
import dev.fk.core.diff.ForeignKeyText;
import dev.fk.core.schema.Check;
import dev.fk.core.schema.Column;
import dev.fk.core.schema.Constraint;
import dev.fk.core.schema.DataType;
import dev.fk.core.schema.Enforcement;
import dev.fk.core.schema.Exclusion;
import dev.fk.core.schema.ForeignKey;
import dev.fk.core.schema.Index;
import dev.fk.core.schema.IndexPart;
import dev.fk.core.schema.PrimaryKey;
import dev.fk.core.schema.Schema;
import dev.fk.core.schema.Table;
import dev.fk.core.schema.UniqueKey;
import java.util.Optional;
import java.util.stream.Collectors;
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
            return Optional.of(constraint.accept(Text.INSTANCE));
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

    private enum Text implements Constraint.Visitor<String> {
        INSTANCE;

        @Override
        public String primaryKey(PrimaryKey key) {
            return "PRIMARY KEY " + Names.list(key.columns());
        }

        @Override
        public String uniqueKey(UniqueKey key) {
            return "UNIQUE " + Names.list(key.columns());
        }

        @Override
        public String foreignKey(ForeignKey key) {
            return ForeignKeyText.of(key);
        }

        @Override
        public String check(Check check) {
            String enforcement = check.enforcement() == Enforcement.ENFORCED
                    ? ""
                    : " " + check.enforcement().name().replace('_', ' ');
            return "CHECK (" + check.expression() + ")" + enforcement;
        }

        @Override
        public String exclusion(Exclusion exclusion) {
            return exclusion.definition();
        }

        @Override
        public String index(Index index) {
            String method = index.method().map(m -> " USING " + m).orElse("");
            String where = index.where().map(w -> " WHERE " + w).orElse("");
            return (index.unique() ? "UNIQUE " : "") + "INDEX"
                    + index.parts().stream().map(Text::part).collect(Collectors.joining(", ", " (", ")"))
                    + method + where;
        }

        private static String part(IndexPart part) {
            String prefix =
                    part.prefixLength().isPresent() ? "(" + part.prefixLength().getAsInt() + ")" : "";
            return part.text() + prefix + (part.descending() ? " DESC" : "");
        }
    }
}
