package dev.fk.core.source;

import dev.fk.core.database.Database;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where a connection looks for names without a schema. A dump of pg_dump leaves it nowhere, and a pool hands the connection
 * on.
 */
record UsualSchema(@Nullable String name) {
    static UsualSchema of(Database database) {
        try (Connection connection = database.dataSource().getConnection()) {
            return new UsualSchema(connection.getSchema());
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot ask for the schema in use on " + database.location(), e);
        }
    }

    void restore(Database database) {
        if (name == null || Objects.equals(name, of(database).name())) {
            return;
        }
        try (Connection connection = database.dataSource().getConnection()) {
            connection.setSchema(name);
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot set the schema in use back to " + name, e);
        }
    }
}
