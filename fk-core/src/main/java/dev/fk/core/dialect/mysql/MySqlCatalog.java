package dev.fk.core.dialect.mysql;

import dev.fk.core.dialect.CatalogReader;
import dev.fk.core.dialect.CatalogScope;
import dev.fk.core.dialect.ReportedActions;
import dev.fk.core.dialect.mysql.Catalog.Row;
import dev.fk.core.schema.CanonicalSchema;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.schema.Schema;
import dev.fk.core.schema.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads {@code information_schema} in seven round trips, however many tables there are. */
final class MySqlCatalog implements CatalogReader {
    private final Settings settings;

    MySqlCatalog(Settings settings) {
        this.settings = settings;
    }

    @Override
    public CanonicalSchema read(Connection connection, CatalogScope scope) throws SQLException {
        Catalog catalog = new Catalog(connection, settings, scope);
        Map<QualifiedName, List<Row>> tables = catalog.ask("tables.sql");
        Map<QualifiedName, List<Row>> columns = catalog.askOwn("columns.sql");
        Map<QualifiedName, List<Row>> indexes = catalog.askOwn("indexes.sql");
        Map<QualifiedName, List<Row>> foreignKeys = catalog.ask("foreign-keys.sql");
        Map<QualifiedName, List<Row>> pairs = catalog.ask("foreign-key-columns.sql");
        Map<QualifiedName, List<Row>> checks = catalog.askOwn("checks.sql");
        Map<QualifiedName, List<Row>> partitions = catalog.ask("partitions.sql");
        List<Table> read = new ArrayList<>();
        tables.forEach((name, rows) -> read.add(new TableRows(
                        rows.get(0),
                        columns.getOrDefault(name, List.of()),
                        indexes.getOrDefault(name, List.of()),
                        foreignKeys.getOrDefault(name, List.of()),
                        pairs.getOrDefault(name, List.of()),
                        checks.getOrDefault(name, List.of()),
                        partitions.getOrDefault(name, List.of()))
                .table(settings)));
        return new MySqlCanonicalizer(settings).asReported(Schema.of(read, List.of()));
    }

    /** Both servers keep RESTRICT and NO ACTION apart here, though they do the same. */
    @Override
    public List<ReportedActions> actions(Connection connection, CatalogScope scope) throws SQLException {
        Map<QualifiedName, List<Row>> foreignKeys = new Catalog(connection, settings, scope).ask("foreign-keys.sql");
        return foreignKeys.values().stream()
                .flatMap(List::stream)
                .map(r -> new ReportedActions(
                        r.table(),
                        r.get("k"),
                        TableRows.action(r.text("delete_rule")),
                        TableRows.action(r.text("update_rule"))))
                .toList();
    }
}
