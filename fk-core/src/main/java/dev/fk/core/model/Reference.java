package dev.fk.core.model;

import dev.fk.core.schema.Deferrability;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.schema.ReferentialAction;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The foreign key that an attribute declares by itself, without an association. Absent actions are {@code NO ACTION},
 * unless an association on the same attribute says more.
 *
 * @param column a column of a table, or an attribute of a model
 */
@API(status = Status.EXPERIMENTAL)
public record Reference(
        Target target,
        String column,
        Optional<ReferentialAction> onDelete,
        Optional<ReferentialAction> onUpdate,
        Optional<Deferrability> deferrability,
        Optional<String> constraintName) {
    /** Either a table, which need not be a model's, or a model, whose table is known when all models are. */
    public sealed interface Target {
        record InTable(QualifiedName table) implements Target {}

        record InModel(Model model) implements Target {}
    }

    private static Reference to(Target target, String column) {
        return new Reference(target, column, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    static Reference to(String table, String column) {
        return to(new Target.InTable(QualifiedName.of(table)), column);
    }

    static Reference to(String schema, String table, String column) {
        return to(new Target.InTable(QualifiedName.of(schema, table)), column);
    }

    static Reference to(Model model, String attribute) {
        return to(new Target.InModel(model), attribute);
    }

    Reference withOnDelete(ReferentialAction action) {
        return new Reference(target, column, Optional.of(action), onUpdate, deferrability, constraintName);
    }

    Reference withOnUpdate(ReferentialAction action) {
        return new Reference(target, column, onDelete, Optional.of(action), deferrability, constraintName);
    }

    Reference withDeferrability(Deferrability other) {
        return new Reference(target, column, onDelete, onUpdate, Optional.of(other), constraintName);
    }

    Reference withConstraintName(String other) {
        return new Reference(target, column, onDelete, onUpdate, deferrability, Optional.of(other));
    }
}
