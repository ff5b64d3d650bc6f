package dev.fk.core.dialect.mysql;

import dev.fk.core.dialect.CatalogReader;
import dev.fk.core.dialect.CatalogScope;
import dev.fk.core.dialect.MissingRightException;
import dev.fk.core.dialect.ReportedActions;
import dev.fk.core.schema.CanonicalSchema;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.schema.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Reads {@code information_schema} in one round trip, however many tables there are. */
final class MySqlCatalog implements CatalogReader {
    private final Settings settings;

    MySqlCatalog(Settings settings) {
        this.settings = settings;
    }

    @Override
    public CanonicalSchema read(Connection connection, CatalogScope scope) throws SQLException {
        ColumnTypes types = new ColumnTypes();
        Map<QualifiedName, Answers> answers = new Catalog(connection, settings, scope).ask(Question.ofTables());
        refuseToSeeLess(connection, answers);
        Stream<Table> read = answers.values().parallelStream()
                .flatMap(a -> TableRows.of(a).stream())
                .map(rows -> rows.table(settings, types));
        return new MySqlCanonicalizer(settings).asReported(read);
    }

    /** Who may not see columns, or what foreign keys do, sees that there are tables, or keys. */
    private void refuseToSeeLess(Connection connection, Map<QualifiedName, Answers> answers) throws SQLException {
        MySqlRights rights = new MySqlRights(connection, settings.info().defaultSchema());
        Optional<QualifiedName> columns =
                first(answers, a -> a.to(Question.COLUMNS).isEmpty());
        if (columns.isPresent()) {
            throw new MissingRightException(
                    "the columns of " + columns.get() + " are not shown", rights.toSeeColumns(columns.get()));
        }
        Optional<QualifiedName> keys = first(
                answers,
                a -> a.to(Question.FOREIGN_KEYS).isEmpty()
                        && !a.to(Question.FOREIGN_KEY_COLUMNS).isEmpty());
        if (keys.isPresent()) {
            throw new MissingRightException(
                    "the foreign keys of " + keys.get() + " are not shown", rights.toSeeForeignKeys(keys.get()));
        }
    }

    private static Optional<QualifiedName> first(Map<QualifiedName, Answers> answers, Predicate<Answers> wanted) {
        return answers.entrySet().stream()
                .filter(e -> wanted.test(e.getValue()))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    @Override
    public CanonicalSchema readIfAny(Connection connection, CatalogScope scope) throws SQLException {
        return new Catalog(connection, settings, scope).isEmpty()
                ? new MySqlCanonicalizer(settings).asReported(Stream.empty())
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
                                r.get(Label.K),
                                TableRows.action(r.text(Label.DELETE_RULE)),
                                TableRows.action(r.text(Label.UPDATE_RULE))))
                        .toList();
    }
}
