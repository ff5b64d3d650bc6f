package dev.fk.core.migration;

import dev.fk.core.schema.Deferrability;
import dev.fk.core.schema.Enforcement;
import dev.fk.core.schema.ForeignKey;
import dev.fk.core.schema.MatchType;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.schema.ReferentialAction;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** A foreign key to be added. Without a word about actions it refuses ({@code NO ACTION}). */
@API(status = Status.EXPERIMENTAL)
public record ForeignKeySpec(ForeignKey foreignKey) implements ConstraintSpec {
    public ForeignKeySpec onDelete(ReferentialAction action) {
        return new ForeignKeySpec(foreignKey.withActions(action, foreignKey.onUpdate()));
    }

    public ForeignKeySpec onUpdate(ReferentialAction action) {
        return new ForeignKeySpec(foreignKey.withActions(foreignKey.onDelete(), action));
    }

    public ForeignKeySpec named(String name) {
        return new ForeignKeySpec(foreignKey.named(name));
    }

    public ForeignKeySpec deferrable(Deferrability deferrability) {
        return new ForeignKeySpec(foreignKey.withDeferrability(deferrability));
    }

    public ForeignKeySpec match(MatchType match) {
        return new ForeignKeySpec(foreignKey.withMatch(match));
    }

    /** Not checked for rows that are there already (PostgreSQL). */
    public ForeignKeySpec notValid() {
        return new ForeignKeySpec(foreignKey.withEnforcement(Enforcement.NOT_VALID));
    }

    @Override
    public ForeignKey on(QualifiedName table) {
        String name = foreignKey
                .name()
                .orElseGet(() -> table.name() + "_" + String.join("_", foreignKey.columns()) + "_"
                        + foreignKey.referencedTable().name() + "_fk");
        return foreignKey.named(name);
    }
}
