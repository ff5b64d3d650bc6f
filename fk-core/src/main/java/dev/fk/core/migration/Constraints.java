package dev.fk.core.migration;

import dev.fk.core.schema.Constraint;
import dev.fk.core.schema.Deferrability;
import dev.fk.core.schema.Expression;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** The constraints that {@link QueryInterface#addConstraint} takes, for static import. */
@API(status = Status.EXPERIMENTAL)
public final class Constraints {
    private Constraints() {}

    /** A foreign key on these columns; say next what it references. */
    public static ForeignKeyColumns foreignKey(String... columns) {
        return new ForeignKeyColumns(List.of(columns));
    }

    public static KeySpec unique(String... columns) {
        return new KeySpec(KeySpec.Kind.UNIQUE, Optional.empty(), List.of(columns), Deferrability.NOT_DEFERRABLE);
    }

    public static KeySpec primaryKey(String... columns) {
        return new KeySpec(KeySpec.Kind.PRIMARY, Optional.empty(), List.of(columns), Deferrability.NOT_DEFERRABLE);
    }

    /** A check of an SQL expression; the columns only give it its default name. */
    public static CheckSpec check(String sql, String... columns) {
        return new CheckSpec(Optional.empty(), new Expression(sql), List.of(columns));
    }

    /** Whichever foreign key stands on exactly these columns, whatever its name. */
    public static ConstraintSelector foreignKeyOn(String... columns) {
        return new ConstraintSelector(ConstraintSelector.Kind.FOREIGN_KEY, List.of(columns));
    }

    /** Whichever unique key, or unique index, stands on exactly these columns, whatever its name. */
    public static ConstraintSelector uniqueOn(String... columns) {
        return new ConstraintSelector(ConstraintSelector.Kind.UNIQUE, List.of(columns));
    }

    /** The primary key of the table, whatever its name. */
    public static ConstraintSelector thePrimaryKey() {
        return new ConstraintSelector(ConstraintSelector.Kind.PRIMARY_KEY, List.of());
    }

    /** Any constraint, said in full: for what only one server knows. Without a name, the server gives it one. */
    public static ConstraintSpec exactly(Constraint constraint) {
        return new ExactConstraint(constraint);
    }
}
