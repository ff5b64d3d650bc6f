package dev.fk.core.dialect.mysql;

import dev.fk.core.schema.Check;
import dev.fk.core.schema.Constraint;
import dev.fk.core.schema.ForeignKey;
import dev.fk.core.schema.QualifiedName;
import java.util.List;
import java.util.Optional;

/**
 * Names for what is declared without, where the server's own would be too long: it puts {@code _ibfk_1} or {@code _chk_1}
 * behind the name of the table, and refuses the table (MySQL 9.7.4 and MariaDB 11.8.9: error 1059), or cuts off the name in
 * its catalog, by which it then cannot be dropped (MariaDB 11.8.9, names of several bytes: error 1091).
 */
final class LongNames {
    /** What the server puts behind a table's name at most, up to the 999th. */
    private static final String BEHIND = "_ibfk_999";

    private LongNames() {}

    /** The constraint, with a name if the server cannot make one. */
    static Constraint named(QualifiedName table, Constraint constraint) {
        boolean fits = Identifiers.fits(table.name() + BEHIND);
        if (fits || constraint.name().isPresent()) {
            return constraint;
        }
        if (constraint instanceof ForeignKey key) {
            return key.withName(Optional.of(made(table, key.columns(), "_to_" + key.referencedTable())));
        }
        return constraint instanceof Check check
                ? check.withName(Optional.of(
                        made(table, List.of(), "_chk_" + check.expression().sql())))
                : constraint;
    }

    private static String made(QualifiedName table, List<String> columns, String rest) {
        return Identifiers.shorten(table.name() + "_" + String.join("_", columns) + rest);
    }
}
