package dev.fk.core.dialect.mysql;

import dev.fk.core.dialect.CatalogReader;
import dev.fk.core.dialect.CatalogScope;
import dev.fk.core.dialect.ReportedActions;
import dev.fk.core.schema.CanonicalSchema;
import dev.fk.core.schema.Schema;
import dev.fk.core.schema.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Reads {@code information_schema} in one round trip, however many tables there are. */
final class MySqlCatalog implements CatalogReader {
    private final Settings settings;

    MySqlCatalog(Settings settings) {
        this.settings = settings;
    }

    @Override
    public CanonicalSchema read(Connection connection, CatalogScope scope) throws SQLException {
        ColumnTypes types = new ColumnTypes();
        List<Table> read = new Catalog(connection, settings, scope)
                .ask(Question.ofTables()).values().stream()
                        .flatMap(answers -> TableRows.of(answers).stream())
                        .map(rows -> rows.table(settings, types))
                        .toList();
        return new MySqlCanonicalizer(settings).asReported(Schema.of(read, List.of()));
    }

    @Override
    public CanonicalSchema readIfAny(Connection connection, CatalogScope scope) throws SQLException {
        return new Catalog(connection, settings, scope).isEmpty()
                ? new MySqlCanonicalizer(settings).asReported(Schema.empty())
                : read(connection, scope);
    }

    /** Both servers keep RESTRICT and NO ACTION apart here, though they do the same. */
    @Override
    public List<ReportedActions> actions(Connection connection, CatalogScope scope) throws SQLException {
        return new Catalog(connection, settings, scope)
                .ask(Question.FOREIGN_KEYS).values().stream()
                        .flatMap(answers -> answers.to(Question.FOREIGN_KEYS).stream())
                        .map(r -> new ReportedActions(
                                r.table(),
                                r.get("k"),
                                TableRows.action(r.text("delete_rule")),
                                TableRows.action(r.text("update_rule"))))
                        .toList();
    }
}
