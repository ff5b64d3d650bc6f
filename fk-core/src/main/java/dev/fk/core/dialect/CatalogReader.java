package dev.fk.core.dialect;

import dev.fk.core.schema.CanonicalSchema;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Reads a live catalog in a number of round trips that does not depend on the number of tables. */
@API(status = Status.EXPERIMENTAL)
@FunctionalInterface
public interface CatalogReader {
    CanonicalSchema read(Connection connection, CatalogScope scope) throws SQLException;

    /** Whether there is surely nothing in scope, found in much less than a reading; false if that cannot be told. */
    default boolean isEmpty(Connection connection, CatalogScope scope) throws SQLException {
        return false;
    }

    /** The actions of all foreign keys in the catalog's own words; a reading of its own. */
    default List<ReportedActions> actions(Connection connection, CatalogScope scope) throws SQLException {
        return ReportedActions.of(read(connection, scope));
    }
}
