package dev.fk.junit;

import dev.fk.core.database.Database;
import dev.fk.core.migration.QueryInterface;
import dev.fk.core.schema.CanonicalSchema;
import dev.fk.core.schema.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;

/** Which parameters a test can have, and what they get. */
final class Parameters {
    private static final List<Class<?>> TYPES = List.of(
            Database.class,
            DataSource.class,
            Connection.class,
            Schema.class,
            CanonicalSchema.class,
            QueryInterface.class);

    private Parameters() {}

    /** By type alone, and exactly these: whatever else has a type of its own is somebody else's. */
    static boolean supports(Class<?> type) {
        return TYPES.contains(type);
    }

    static Object value(Class<?> type, Lease lease, ExtensionContext context) {
        Database database = lease.database();
        if (type == DataSource.class) {
            return database.dataSource();
        }
        if (type == Connection.class) {
            return connection(database, context);
        }
        if (type == QueryInterface.class) {
            return QueryInterface.of(database);
        }
        if (type == CanonicalSchema.class) {
            return database.read();
        }
        return type == Schema.class ? database.read().schema() : database;
    }

    /** Closed with the context it was made for. */
    private static Connection connection(Database database, ExtensionContext context) {
        try {
            Connection connection = database.dataSource().getConnection();
            AutoCloseable atEnd = connection::close;
            Lease.store(context).put(connection, atEnd);
            return connection;
        } catch (SQLException e) {
            throw new ParameterResolutionException("No connection to " + database + ": " + e.getMessage(), e);
        }
    }

    static ParameterResolutionException unavailable(ParameterContext parameter, String why) {
        return new ParameterResolutionException("There is no database for parameter '"
                + parameter.getParameter() + "' of "
                + parameter.getDeclaringExecutable().toGenericString() + ": " + why
                + "\nParameters of these types are supported in constructors, tests and lifecycle methods: "
                + TYPES.stream().map(Class::getName).collect(Collectors.joining(", ")) + ".");
    }
}
