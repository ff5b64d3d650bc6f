package dev.fk.core.model;

import dev.fk.core.schema.Names;
import dev.fk.core.schema.QualifiedName;
import java.util.List;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The names that {@link Conventions#withExplicitNames()} gives, which are those that Sequelize's {@code addConstraint}
 * gives: table, columns, for a foreign key the referenced table, and what it is.
 */
@API(status = Status.EXPERIMENTAL)
public final class ConstraintNames {
    private ConstraintNames() {}

    public static String primaryKey(QualifiedName table) {
        return table.name() + "_pk";
    }

    public static String uniqueKey(QualifiedName table, List<String> columns) {
        return joined(table, columns) + "_uk";
    }

    public static String foreignKey(QualifiedName table, List<String> columns, QualifiedName referencedTable) {
        return joined(table, columns) + "_" + referencedTable.name() + "_fk";
    }

    public static String index(QualifiedName table, List<String> columns) {
        return joined(table, columns) + "_ix";
    }

    /** A check has no columns to be named after, so a hash of its text tells it from the others of the table. */
    public static String check(QualifiedName table, String sql) {
        return table.name() + "_" + Names.hash(sql) + "_ck";
    }

    private static String joined(QualifiedName table, List<String> columns) {
        return table.name() + "_" + String.join("_", columns);
    }
}
