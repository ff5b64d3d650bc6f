package dev.fk.core.dialect;

import dev.fk.core.schema.Constraint;
import dev.fk.core.schema.QualifiedName;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** A constraint is to be dropped or renamed, but nobody knows what the server calls it. */
@API(status = Status.EXPERIMENTAL)
public final class UnnamedConstraintException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    /** @param who takes names only: {@code PostgreSQL drops and renames} */
    public UnnamedConstraintException(String who, QualifiedName table, Constraint constraint) {
        super(who + " constraints by name, but this one of " + table + " has none: " + constraint
                + ". Take the change from a difference to the live catalog, where every constraint is named.");
    }
}
