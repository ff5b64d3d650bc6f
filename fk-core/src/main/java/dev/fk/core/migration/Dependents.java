package dev.fk.core.migration;

import dev.fk.core.schema.Check;
import dev.fk.core.schema.Constraint;
import dev.fk.core.schema.Exclusion;
import dev.fk.core.schema.ForeignKey;
import dev.fk.core.schema.Index;
import dev.fk.core.schema.PrimaryKey;
import dev.fk.core.schema.UniqueKey;
import java.util.function.Predicate;

/**
 * Whether a constraint of the same table goes when a column goes. Checks and exclusions are text that fk does not look
 * into: the server decides about those.
 */
record Dependents(String column) implements Constraint.Visitor<Boolean> {
    static Predicate<Constraint> of(String column) {
        Dependents visitor = new Dependents(column);
        return constraint -> constraint.accept(visitor);
    }

    @Override
    public Boolean primaryKey(PrimaryKey constraint) {
        return constraint.columns().contains(column);
    }

    @Override
    public Boolean uniqueKey(UniqueKey constraint) {
        return constraint.columns().contains(column);
    }

    @Override
    public Boolean foreignKey(ForeignKey constraint) {
        return constraint.columns().contains(column);
    }

    @Override
    public Boolean check(Check constraint) {
        return false;
    }

    @Override
    public Boolean exclusion(Exclusion constraint) {
        return false;
    }

    @Override
    public Boolean index(Index index) {
        return index.parts().stream()
                .anyMatch(p -> !p.isExpression() && p.text().equals(column));
    }
}
