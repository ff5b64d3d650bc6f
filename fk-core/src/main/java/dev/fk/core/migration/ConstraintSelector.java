package dev.fk.core.migration;

import dev.fk.core.schema.Constraint;
import dev.fk.core.schema.ForeignKey;
import dev.fk.core.schema.Index;
import dev.fk.core.schema.PrimaryKey;
import dev.fk.core.schema.UniqueKey;
import java.util.List;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Finds a constraint of a table by what it is, whatever its name; {@link Constraints} makes them.
 *
 * @param columns in order; empty for the primary key, of which a table has one
 */
@API(status = Status.EXPERIMENTAL)
public record ConstraintSelector(Kind kind, List<String> columns) {
    /** Which kind of constraint. */
    public enum Kind {
        FOREIGN_KEY("foreign key"),
        UNIQUE("unique key"),
        PRIMARY_KEY("primary key");

        private final String words;

        Kind(String words) {
            this.words = words;
        }
    }

    public ConstraintSelector {
        columns = List.copyOf(columns);
    }

    boolean selects(Constraint constraint) {
        return switch (kind) {
            case PRIMARY_KEY -> constraint instanceof PrimaryKey;
            case FOREIGN_KEY ->
                constraint instanceof ForeignKey key && key.columns().equals(columns);
            case UNIQUE ->
                (constraint instanceof UniqueKey key && key.columns().equals(columns))
                        || (constraint instanceof Index index
                                && index.unique()
                                && index.leadingColumns().equals(columns));
        };
    }

    /** {@code foreign key on (user_id)}. */
    @Override
    public String toString() {
        return kind.words + (columns.isEmpty() ? "" : " on (" + String.join(", ", columns) + ")");
    }
}
