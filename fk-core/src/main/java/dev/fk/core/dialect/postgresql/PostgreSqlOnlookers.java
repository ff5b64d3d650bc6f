package dev.fk.core.dialect.postgresql;

import dev.fk.core.dialect.CatalogScope;
import dev.fk.core.dialect.Onlooker;
import dev.fk.core.dialect.Onlookers;
import dev.fk.core.dialect.ProgramText;
import dev.fk.core.schema.QualifiedName;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
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
        Map<QualifiedName, FunctionText> functions = new LinkedHashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        SQL.replace("${scope}", PostgreSqlCatalog.scope(scope, defaultSchema)))) {
            while (row.next()) {
                FunctionText function = function(row);
                functions.merge(function.signature(), function, FunctionText::together);
            }
        }
        return List.copyOf(functions.values());
    }

    /** There is a row for each table whose triggers call it, or one if there are none. */
    private FunctionText function(ResultSet row) throws SQLException {
        return new FunctionText(
                row.getBoolean("is_procedure") ? "procedure" : "function",
                name(row, "s", "o"),
                new ProgramText(row.getString("body")),
                row.getString("t") == null ? Set.of() : Set.of(name(row, "ts", "t")));
    }

    private QualifiedName name(ResultSet row, String schema, String name) throws SQLException {
        String in = row.getString(schema);
        return in.equals(defaultSchema)
                ? QualifiedName.of(row.getString(name))
                : QualifiedName.of(in, row.getString(name));
    }
}
