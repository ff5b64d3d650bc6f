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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Reads {@code information_schema} in two round trips, however many tables there are, and in one if there are none. Of
 * MariaDB, what it does not tell takes one more for each table that may have it.
 */
final class MySqlCatalog implements CatalogReader {
    /** Tables from which on other threads are of use: two processors read ten a tenth slower with them, until all is compiled. */
    private static final int MANY = 300;

    /** So many tables one by one take no longer than all that there may be. */
    private static final int A_FEW = 4;

    /** Under a table that comes and goes all the time, two were not enough in 300 readings. */
    private static final int ATTEMPTS = 9;

    private final Settings settings;

    /** Everything that is asked of the server once. */
    private interface Asking {
        Map<QualifiedName, Answers> answers() throws SQLException;
    }

    MySqlCatalog(Settings settings) {
        this.settings = settings;
    }

    @Override
    public CanonicalSchema read(Connection connection, CatalogScope scope) throws SQLException {
        return read(connection, () -> answers(new Catalog(connection, settings, scope)));
    }

    /** A few are asked for one by one. */
    @Override
    public CanonicalSchema read(Connection connection, CatalogScope scope, Set<QualifiedName> tables)
            throws SQLException {
        if (settings.ignoresCase()) {
            return CatalogReader.super.read(connection, scope, tables); // others tell how tables are spelt
        }
        return read(connection, () -> answers(connection, scope, tables));
    }

    private Map<QualifiedName, Answers> answers(Connection connection, CatalogScope scope, Set<QualifiedName> tables)
            throws SQLException {
        Map<QualifiedName, Answers> answers = new TreeMap<>();
        if (tables.size() > A_FEW) {
            answers.putAll(answers(new Catalog(connection, settings, scope)));
        } else {
            for (QualifiedName table : tables) {
                if (table.schema().isEmpty()
                        || scope.all()
                        || scope.schemas().contains(table.schema().get())) {
                    answers.putAll(answers(new Catalog(connection, settings, table)));
                }
            }
        }
        answers.keySet().retainAll(tables);
        return answers;
    }

    private CanonicalSchema read(Connection connection, Asking asking) throws SQLException {
        ColumnTypes types = new ColumnTypes();
        Map<QualifiedName, Answers> answers = whole(asking);
        refuseToSeeLess(connection, answers);
        show(connection, answers);
        Stream<Answers> each = answers.size() < MANY ? answers.values().stream() : answers.values().parallelStream();
        Stream<Table> read = each.flatMap(a -> TableRows.of(a).stream()).map(rows -> rows.table(settings, types));
        return new MySqlCanonicalizer(settings).asReported(read);
    }

    /**
     * Columns are half of all there is to read. By themselves they are quicker than in a union, where the server writes each
     * value twice: that is more than the round trip from some hundred tables on (MySQL 9.7.4). For partitions MariaDB would
     * open each table; MySQL answers at once (1 ms for 1000 tables), and does not say of a table by KEY () that it has any.
     */
    private Map<QualifiedName, Answers> answers(Catalog catalog) throws SQLException {
        List<Question> questions = new ArrayList<>(List.of(
                Question.TABLES,
                Question.INDEXES,
                Question.FOREIGN_KEYS,
                Question.FOREIGN_KEY_COLUMNS,
                Question.CHECKS));
        if (!settings.isMariaDb()) {
            questions.add(Question.PARTITIONS);
        }
        Map<QualifiedName, Answers> answers = catalog.ask(questions.toArray(Question[]::new));
        if (answers.isEmpty()) {
            return answers;
        }
        boolean partitioned = settings.isMariaDb() && answers.values().stream().anyMatch(MySqlCatalog::isPartitioned);
        Map<QualifiedName, Answers> columns =
                partitioned ? catalog.ask(Question.COLUMNS, Question.PARTITIONS) : catalog.ask(Question.COLUMNS);
        if (!columns.keySet().containsAll(answers.keySet())) {
            // Hidden from this user, or dropped since the first question: who is told of a right has to lack it.
            answers.keySet().retainAll(catalog.ask(Question.TABLES).keySet());
        }
        answers.forEach((table, own) -> own.add(columns.getOrDefault(table, new Answers())));
        return answers;
    }

    private void show(Connection connection, Map<QualifiedName, Answers> answers) throws SQLException {
        Definitions definitions = new Definitions(connection, settings);
        for (var table : answers.entrySet()) {
            if (definitions.isNeededFor(table.getValue())) {
                definitions.of(table.getKey()).ifPresent(table.getValue()::show);
            }
        }
    }

    private static boolean isPartitioned(Answers answers) {
        return answers.to(Question.TABLES).stream()
                .anyMatch(table -> table.text(Label.OPTIONS).contains("partitioned"));
    }

    /**
     * What somebody else makes or drops meanwhile only some of the questions see, even those of one statement (MySQL 8.0.33,
     * MariaDB 10.11.18). What is hidden from a user is hidden each time.
     */
    private Map<QualifiedName, Answers> whole(Asking asking) throws SQLException {
        Map<QualifiedName, Answers> answers = asking.answers();
        for (int again = 0; again < ATTEMPTS && answers.values().stream().anyMatch(MySqlCatalog::isHalf); again++) {
            answers = asking.answers();
        }
        return answers;
    }

    private static boolean isHalf(Answers answers) {
        return hasNoColumns(answers) || hasNoForeignKeys(answers);
    }

    private static boolean hasNoColumns(Answers answers) {
        return answers.to(Question.COLUMNS).isEmpty();
    }

    /** Though it has columns of some. */
    private static boolean hasNoForeignKeys(Answers answers) {
        return answers.to(Question.FOREIGN_KEYS).isEmpty()
                && !answers.to(Question.FOREIGN_KEY_COLUMNS).isEmpty();
    }

    /** Who may not see columns, or what foreign keys do, sees that there are tables, or keys. */
    private void refuseToSeeLess(Connection connection, Map<QualifiedName, Answers> answers) throws SQLException {
        MySqlRights rights = new MySqlRights(connection, settings.info().defaultSchema());
        Optional<QualifiedName> columns = first(answers, MySqlCatalog::hasNoColumns);
        if (columns.isPresent()) {
            throw new MissingRightException(
                    "the columns of " + columns.get() + " are not shown", rights.toSeeColumns(columns.get()));
        }
        Optional<QualifiedName> keys = first(answers, MySqlCatalog::hasNoForeignKeys);
        if (keys.isPresent()) {
            throw new MissingRightException(
                    "the foreign keys of " + keys.get() + " are not shown", rights.toSeeForeignKeys(keys.get()));
        }
        if (settings.isMariaDb() && !settings.seesAllTables()) {
            refuseToMissChecks(connection, answers, rights);
        }
    }

    /**
     * MariaDB 11.8.9 shows checks to those who have a privilege on the database, be it by a role; those on single tables do not
     * count.
     */
    private void refuseToMissChecks(Connection connection, Map<QualifiedName, Answers> answers, MySqlRights rights)
            throws SQLException {
        boolean shown = first(answers, a -> !a.to(Question.CHECKS).isEmpty()).isPresent();
        if (shown || rights.toSeeAll().isEmpty()) {
            return;
        }
        Definitions definitions = new Definitions(connection, settings);
        for (QualifiedName table : answers.keySet()) {
            if (definitions.of(table).filter(Shown::hasChecks).isPresent()) {
                throw new MissingRightException("the checks of " + table + " are not shown", rights.toSeeChecks(table));
            }
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
