package dev.fk.core.dialect;

import dev.fk.core.schema.SchemaObjects;
import java.sql.Connection;
import java.sql.SQLException;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Reads views, sequences and triggers, for those who ask for them: reading tables does not. In a number of round trips that
 * does not depend on how many there are.
 */
@API(status = Status.EXPERIMENTAL)
@FunctionalInterface
public interface ObjectReader {
    SchemaObjects read(Connection connection, CatalogScope scope) throws SQLException;
}
