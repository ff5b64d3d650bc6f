package dev.fk.core.dialect.mysql;

import dev.fk.core.schema.Constraint;
import dev.fk.core.schema.QualifiedName;

/** A constraint is to be dropped or renamed, but nobody knows what the server calls it. */
final class UnnamedConstraintException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    UnnamedConstraintException(QualifiedName table, Constraint constraint) {
        super("MySQL and MariaDB drop and rename constraints by name, but this one of " + table + " has none: "
                + constraint
                + ". Take the change from a difference to the live catalog, where every constraint is named.");
    }
}
