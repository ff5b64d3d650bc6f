package dev.fk.core.dialect;

import dev.fk.core.schema.CanonicalSchema;
import dev.fk.core.schema.QualifiedName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Reads a live catalog in a number of round trips that does not depend on the number of tables. */
@API(status = Status.EXPERIMENTAL)
@FunctionalInterface
public interface CatalogReader {
    CanonicalSchema read(Connection connection, CatalogScope scope) throws SQLException;

    /**
     * These tables alone, as {@link #read} would have them, and all enum types: for who knows what the others are like. Nothing of
     * those that are not in scope, or not there.
     *
     * @param tables in the spelling of the catalog
     */
    default CanonicalSchema read(Connection connection, CatalogScope scope, Set<QualifiedName> tables)
            throws SQLException {
        CanonicalSchema all = read(connection, scope);
        return all.restrictedTo(
                all.schema().tables().values().stream()
                        .filter(t -> tables.contains(t.name()))
                        .toList(),
                all.schema().enums().values());
    }

    /**
     * The same with the constraints and indexes that tables have from those which they are a part of, a partition of a
     * partitioned table on PostgreSQL. Nothing that changes a table may take them for the table's own.
     */
    default CanonicalSchema readInForce(Connection connection, CatalogScope scope) throws SQLException {
        return read(connection, scope);
    }

    /** As {@link #read}, where probably nothing is in scope: that is found in much less than a reading, and first. */
    default CanonicalSchema readIfAny(Connection connection, CatalogScope scope) throws SQLException {
        return read(connection, scope);
    }

    /** The actions of all foreign keys in the catalog's own words; a reading of its own. */
    default List<ReportedActions> actions(Connection connection, CatalogScope scope) throws SQLException {
        return ReportedActions.of(read(connection, scope));
    }

    /**
     * What uses each of these enum types beside columns in scope and what goes with those, in the server's words, as of now;
     * nothing of those that nothing else uses.
     *
     * @param types at least one
     */
    default Map<QualifiedName, List<String>> usersOf(
            Connection connection, List<QualifiedName> types, CatalogScope scope) throws SQLException {
        return Map.of();
    }
}
