package dev.fk.core.migration;

import dev.fk.core.schema.Constraint;
import dev.fk.core.schema.QualifiedName;

/** A constraint that is said in full; without a name, the server gives it one. */
record ExactConstraint(Constraint constraint) implements ConstraintSpec {
    @Override
    public Constraint on(QualifiedName table) {
        return constraint;
    }
}
