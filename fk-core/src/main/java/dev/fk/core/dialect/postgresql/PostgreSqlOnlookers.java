package dev.fk.core.dialect.postgresql;

import dev.fk.core.dialect.CatalogScope;
import dev.fk.core.dialect.Onlooker;
import dev.fk.core.dialect.Onlookers;
import dev.fk.core.dialect.Program;
import dev.fk.core.schema.QualifiedName;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Functions whose body is text to the server, in whichever language, with {@code functions.sql}: PostgreSQL 18.6 drops or
 * renames what they use without a word, and they fail when they are called. What views and bodies of standard SQL use it does
 * not drop.
 */
record PostgreSqlOnlookers(String defaultSchema) implements Onlookers {
    private static final String SQL = Resource.text("functions.sql");

    @Override
    public List<Onlooker> read(Connection connection, CatalogScope scope) throws SQLException {
        Map<QualifiedName, Program> functions = new LinkedHashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        SQL.replace("${scope}", PostgreSqlCatalog.scope(scope, defaultSchema)))) {
            while (row.next()) {
                Program function = function(row);
                functions.merge(function.name(), function, PostgreSqlOnlookers::together);
            }
        }
        return List.copyOf(functions.values());
    }

    /** There is a row for each table whose triggers call it, or one if there are none. */
    private Program function(ResultSet row) throws SQLException {
        return new Program(
                row.getBoolean("is_procedure") ? "procedure" : "function",
                name(row, "s", "o"),
                row.getString("body"),
                row.getString("t") == null ? Set.of() : Set.of(name(row, "ts", "t")));
    }

    private static Program together(Program some, Program more) {
        Set<QualifiedName> firedBy = new HashSet<>(some.firedBy());
        firedBy.addAll(more.firedBy());
        return new Program(some.kind(), some.name(), some.text(), firedBy);
    }

    private QualifiedName name(ResultSet row, String schema, String name) throws SQLException {
        return Identifiers.local(row.getString(schema), row.getString(name), defaultSchema);
    }
}
