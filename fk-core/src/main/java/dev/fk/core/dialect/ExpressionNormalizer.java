package dev.fk.core.dialect;

import dev.fk.core.schema.CanonicalSchema;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.schema.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Lets the server itself write expressions (defaults, checks, generated columns, index predicates) the way its catalog
 * does, by creating the tables concerned where nobody sees them, reading them back and removing them again.
 */
@API(status = Status.EXPERIMENTAL)
@FunctionalInterface
public interface ExpressionNormalizer {
    /** The wish with the expressions of these tables as the server would report them; leaves no trace in the database. */
    CanonicalSchema normalize(Connection connection, CanonicalSchema wish, Set<QualifiedName> tables)
            throws SQLException;

    /**
     * What the server says against a table's types and expressions, for those that stay as written when it refuses them;
     * empty if nothing, or if {@link #normalize} throws it.
     */
    default Optional<String> refusal(Connection connection, Table wanted) throws SQLException {
        return Optional.empty();
    }
}
