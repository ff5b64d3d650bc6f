package dev.fk.core.migration;

import dev.fk.core.schema.Constraint;
import dev.fk.core.schema.QualifiedName;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** A constraint to be added to a table that is not known yet; {@link Constraints} makes them. */
@API(status = Status.EXPERIMENTAL)
public sealed interface ConstraintSpec permits ForeignKeySpec, KeySpec, CheckSpec, ExactConstraint {
    /** The constraint as it would be on this table; its default name is Sequelize's. */
    Constraint on(QualifiedName table);
}
