package dev.fk.assertj;

import dev.fk.core.schema.Deferrability;
import dev.fk.core.schema.Enforcement;
import dev.fk.core.schema.ForeignKey;
import dev.fk.core.schema.MatchType;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.schema.ReferentialAction;
import java.util.List;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * A whole foreign key as a test writes it. What is not said is what SQL makes of it: {@code NO ACTION}, not deferrable.
 * Only the name may be left open. Immutable.
 */
@API(status = Status.EXPERIMENTAL)
public record ExpectedForeignKey(ForeignKey foreignKey) {
    /** The columns, still without what they reference. */
    public record Referencing(List<String> columns) {
        public Referencing {
            columns = List.copyOf(columns);
        }

        /** The other side, in the order of the columns. */
        public ExpectedForeignKey referencing(String table, String... referencedColumns) {
            return referencing(QualifiedName.of(table), referencedColumns);
        }

        /** The other side in another schema. */
        public ExpectedForeignKey referencing(QualifiedName table, String... referencedColumns) {
            return new ExpectedForeignKey(ForeignKey.of(columns, table, List.of(referencedColumns)));
        }
    }

    public ExpectedForeignKey onDelete(ReferentialAction action) {
        return new ExpectedForeignKey(foreignKey.withActions(action, foreignKey.onUpdate()));
    }

    public ExpectedForeignKey onUpdate(ReferentialAction action) {
        return new ExpectedForeignKey(foreignKey.withActions(foreignKey.onDelete(), action));
    }

    public ExpectedForeignKey named(String name) {
        return new ExpectedForeignKey(foreignKey.named(name));
    }

    /** {@code SET NULL} or {@code SET DEFAULT} of these columns only (PostgreSQL 15). */
    public ExpectedForeignKey onDelete(ReferentialAction action, String... columns) {
        return new ExpectedForeignKey(onDelete(action).foreignKey().withOnDeleteColumns(List.of(columns)));
    }

    public ExpectedForeignKey matching(MatchType type) {
        return new ExpectedForeignKey(foreignKey.withMatch(type));
    }

    /** A transaction may put the check off to its end. */
    public ExpectedForeignKey deferrable() {
        return new ExpectedForeignKey(foreignKey.withDeferrability(Deferrability.INITIALLY_IMMEDIATE));
    }

    /** The check waits for the end of the transaction without being told to. */
    public ExpectedForeignKey initiallyDeferred() {
        return new ExpectedForeignKey(foreignKey.withDeferrability(Deferrability.INITIALLY_DEFERRED));
    }

    /** The rows from before the constraint have not been checked. */
    public ExpectedForeignKey notValid() {
        return new ExpectedForeignKey(foreignKey.withEnforcement(Enforcement.NOT_VALID));
    }

    /** The constraint is there for information only. */
    public ExpectedForeignKey notEnforced() {
        return new ExpectedForeignKey(foreignKey.withEnforcement(Enforcement.NOT_ENFORCED));
    }
}
