package dev.fk.junit;

import dev.fk.core.database.Database;
import dev.fk.core.migration.QueryInterface;
import dev.fk.core.schema.CanonicalSchema;
import dev.fk.core.schema.Nearest;
import dev.fk.core.schema.Schema;
import dev.fk.junit.report.Watch;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
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

    /**
     * By type, and exactly these: whatever else has a type of its own is somebody else's. So is what has an annotation of
     * somebody else's, such as {@code @Autowired} or {@code @Mock}; JUnit refuses a parameter that two are willing to give.
     */
    static boolean supports(ParameterContext context) {
        Parameter parameter = context.getParameter();
        return TYPES.contains(parameter.getType())
                && (context.isAnnotated(NamedDatabase.class)
                        || (isOurs(parameter.getAnnotations())
                                && (parameter.getDeclaringExecutable() instanceof Method
                                        || isOurs(
                                                context.getDeclaringExecutable().getAnnotations()))));
    }

    /** Remarks about null, and those of the JDK, are for readers. */
    private static boolean isOurs(Annotation[] annotations) {
        return Arrays.stream(annotations)
                .map(Annotation::annotationType)
                .allMatch(type -> type.getName().startsWith("java.")
                        || type.getSimpleName().toLowerCase(Locale.ROOT).contains("null"));
    }

    /** Of the databases here, the one that a parameter is from. */
    static TestScope scope(ParameterContext parameter, List<TestScope> scopes) {
        String name = parameter
                .findAnnotation(NamedDatabase.class)
                .map(NamedDatabase::value)
                .orElse("");
        return scopes.stream()
                .filter(s -> s.name().equals(name))
                .findFirst()
                .orElseThrow(() -> unavailable(parameter, unknown(name, scopes)));
    }

    private static String unknown(String name, List<TestScope> scopes) {
        List<String> names =
                scopes.stream().map(TestScope::name).filter(n -> !n.isEmpty()).toList();
        if (name.isEmpty()) {
            return "all databases here have names. Say which: "
                    + names.stream().map(n -> "@NamedDatabase(\"" + n + "\")").collect(Collectors.joining(" or "))
                    + ".";
        }
        return "none is declared with the name '" + name + "'"
                + (names.isEmpty()
                        ? "; the only one has no name."
                        : Nearest.endOfSentence(name, names) + " There are: " + String.join(", ", names) + ".");
    }

    static Object value(Class<?> type, Lease lease, ExtensionContext context) {
        if (type == DataSource.class) {
            return lease.dataSource();
        }
        if (type == Connection.class) {
            return connection(lease, context);
        }
        Database database = lease.database();
        if (type == QueryInterface.class) {
            return QueryInterface.of(database);
        }
        if (type == CanonicalSchema.class) {
            return database.read();
        }
        return type == Schema.class ? database.read().schema() : database;
    }

    /** Closed with the context it was made for. */
    private static Connection connection(Lease lease, ExtensionContext context) {
        try {
            Connection connection = lease.connect();
            AutoCloseable atEnd = () -> Watch.end(connection);
            Lease.store(context).put(connection, atEnd);
            return connection;
        } catch (SQLException e) {
            throw new ParameterResolutionException("No connection to " + lease.database() + ": " + e.getMessage(), e);
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
