package dev.fk.core.dialect.mysql;

import dev.fk.core.dialect.CatalogScope;
import dev.fk.core.schema.QualifiedName;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Asks {@code information_schema} one question about all schemas in scope, one round trip each. */
final class Catalog {
    private static final String OWN = "NOT IN ('mysql', 'information_schema', 'performance_schema', 'sys')";

    private final Connection connection;
    private final Settings settings;
    private final CatalogScope scope;

    Catalog(Connection connection, Settings settings, CatalogScope scope) {
        this.connection = connection;
        this.settings = settings;
        this.scope = scope;
    }

    /** A row by the labels of the query; absent where the server says NULL. */
    record Row(Map<String, @Nullable String> values, String defaultSchema) {
        Optional<String> get(String label) {
            return Optional.ofNullable(values.get(label));
        }

        String text(String label) {
            return get(label).orElse("");
        }

        boolean is(String label, String value) {
            return text(label).equalsIgnoreCase(value);
        }

        /** A name that is unqualified in the default schema. */
        QualifiedName name(String schema, String name) {
            return new QualifiedName(get(schema).filter(s -> !s.equals(defaultSchema)), text(name));
        }

        QualifiedName table() {
            return name("s", "t");
        }
    }

    /** The answer to the question in a resource, by table. */
    Map<QualifiedName, List<Row>> ask(String resource) throws SQLException {
        Map<QualifiedName, List<Row>> rows = new HashMap<>();
        for (Row row : rows(resource)) {
            rows.computeIfAbsent(row.table(), t -> new ArrayList<>()).add(row);
        }
        return rows;
    }

    /** The question in the words of the server at hand. */
    Map<QualifiedName, List<Row>> askOwn(String resource) throws SQLException {
        return ask((settings.isMariaDb() ? "mariadb-" : "mysql-") + resource);
    }

    private List<Row> rows(String resource) throws SQLException {
        TreeSet<String> schemas = new TreeSet<>(scope.schemas());
        schemas.add(settings.info().defaultSchema());
        String sql = Resource.text(resource).replace("{schemas}", scope.all() ? OWN : list(schemas.size()));
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            int index = 1;
            for (String schema : scope.all() ? List.<String>of() : schemas) {
                statement.setString(index++, schema);
            }
            try (ResultSet result = statement.executeQuery()) {
                return rows(result);
            }
        }
    }

    /** One schema is asked for with {@code =}: only then MariaDB opens that schema's tables alone. */
    private static String list(int schemas) {
        return schemas == 1 ? "= ?" : "IN (?" + ", ?".repeat(schemas - 1) + ")";
    }

    private List<Row> rows(ResultSet result) throws SQLException {
        ResultSetMetaData labels = result.getMetaData();
        List<Row> rows = new ArrayList<>();
        while (result.next()) {
            Map<String, @Nullable String> values = new HashMap<>();
            for (int i = 1; i <= labels.getColumnCount(); i++) {
                values.put(labels.getColumnLabel(i).toLowerCase(Locale.ROOT), result.getString(i));
            }
            rows.add(new Row(values, settings.info().defaultSchema()));
        }
        return rows;
    }
}
