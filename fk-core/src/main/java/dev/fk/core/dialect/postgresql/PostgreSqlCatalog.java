package dev.fk.core.dialect.postgresql;

import dev.fk.core.dialect.CatalogReader;
import dev.fk.core.dialect.CatalogScope;
import dev.fk.core.dialect.ServerVersion;
import dev.fk.core.schema.CanonicalSchema;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.schema.Schema;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads tables and enum types with one message, {@code catalog.sql}. */
final class PostgreSqlCatalog implements CatalogReader {
    private static final String CATALOG = Resource.text("catalog.sql");
    private static final String TABLES = Resource.text("tables.sql").strip();
    private static final String TYPE_USERS = Resource.text("type-users.sql");
    private static final String EMPTY = Resource.text("empty.sql");
    private static final Pattern LIMITED = Pattern.compile(".* -- (since|before) (\\d+)");
    private static final String OWN = " -- own";
    private static final String IN_FORCE = " -- in force";
    private static final Pattern OF_THE_SERVER = Pattern.compile("IN \\(.*'(pg_|information_schema')");
    /** The first oid that a table of somebody else than the server can have ({@code FirstNormalObjectId}). */
    private static final String FIRST = "16384";

    private static final String USERS_SCHEMAS = "n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'";

    private final ServerVersion version;
    private final String defaultSchema;

    PostgreSqlCatalog(ServerVersion version, String defaultSchema) {
        this.version = version;
        this.defaultSchema = defaultSchema;
    }

    /** @param not the lines that are left out */
    private String catalog(String not) {
        return CATALOG.lines()
                .filter(line -> concerns(line) && !line.endsWith(not))
                .collect(Collectors.joining("\n"));
    }

    /** A line that ends with {@code -- since 18} is for these servers only. */
    private boolean concerns(String line) {
        if (!line.contains(" -- ")) {
            return true;
        }
        Matcher limit = LIMITED.matcher(line);
        return !limit.matches()
                || version.isAtLeast(Integer.parseInt(limit.group(2)), 0)
                        == limit.group(1).equals("since");
    }

    @Override
    public CanonicalSchema read(Connection connection, CatalogScope scope) throws SQLException {
        return PostgreSqlDialect.canonical(read(connection, scope(scope, defaultSchema), IN_FORCE));
    }

    @Override
    public CanonicalSchema read(Connection connection, CatalogScope scope, Set<QualifiedName> tables)
            throws SQLException {
        String names = tables.stream()
                .map(t -> SqlText.literal(t.name()))
                .distinct()
                .collect(Collectors.joining(", ", " AND c.relname = ANY (ARRAY[", "]::name[])"));
        Schema read = read(connection, scope(scope, defaultSchema), TABLES + names, IN_FORCE);
        // another schema in scope may have a table of that name, too
        return PostgreSqlDialect.canonical(Schema.of(
                read.tables().values().stream()
                        .filter(t -> tables.contains(t.name()))
                        .toList(),
                read.enums().values()));
    }

    @Override
    public CanonicalSchema readInForce(Connection connection, CatalogScope scope) throws SQLException {
        return PostgreSqlDialect.canonical(read(connection, scope(scope, defaultSchema), OWN));
    }

    @Override
    public CanonicalSchema readIfAny(Connection connection, CatalogScope scope) throws SQLException {
        return isEmpty(connection, scope) ? PostgreSqlDialect.canonical(Schema.empty()) : read(connection, scope);
    }

    private boolean isEmpty(Connection connection, CatalogScope scope) throws SQLException {
        String inScope = EMPTY.replace("${tables}", TABLES).replace("${scope}", scope(scope, defaultSchema));
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(inScope)) {
            return row.next() && row.getBoolean(1);
        }
    }

    /** PostgreSQL 18.6 refuses to drop a type for them (2BP01). */
    @Override
    public Map<QualifiedName, List<String>> usersOf(
            Connection connection, List<QualifiedName> types, CatalogScope scope) throws SQLException {
        String query = TYPE_USERS
                .replace(
                        "${types}",
                        types.stream()
                                .map(t -> SqlText.literal(Identifiers.quote(t)))
                                .collect(Collectors.joining(", ")))
                .replace("${scope}", scope(scope, defaultSchema));
        Map<QualifiedName, List<String>> users = new HashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            while (row.next()) {
                QualifiedName type = types.get(row.getInt("position") - 1);
                users.computeIfAbsent(type, t -> new ArrayList<>()).add(row.getString("description"));
            }
        }
        return users;
    }

    /** The condition that a schema {@code n} is in scope. */
    static String scope(CatalogScope scope, String defaultSchema) {
        if (scope.all()) {
            return USERS_SCHEMAS;
        }
        Set<String> schemas = new TreeSet<>(scope.schemas());
        schemas.add(defaultSchema);
        return in(schemas);
    }

    /** The tables of these schemas and no others. */
    Schema read(Connection connection, Collection<String> schemas) throws SQLException {
        return read(connection, in(schemas), IN_FORCE);
    }

    private Schema read(Connection connection, String scope, String not) throws SQLException {
        return read(connection, scope, TABLES, not);
    }

    private Schema read(Connection connection, String scope, String tables, String not) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            String inScope = catalog(not)
                    .replace("${tables}", tables)
                    .replace("${scope}", scope)
                    .replace("${first}", OF_THE_SERVER.matcher(scope).find() ? "0" : FIRST);
            return CatalogAssembly.of(CatalogRows.of(statement, inScope), defaultSchema);
        }
    }

    private static String in(Collection<String> schemas) {
        return schemas.stream().map(SqlText::literal).collect(Collectors.joining(", ", "n.nspname IN (", ")"));
    }
}
