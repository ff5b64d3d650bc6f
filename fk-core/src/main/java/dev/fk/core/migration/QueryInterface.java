package dev.fk.core.migration;

import dev.fk.core.database.Database;
import dev.fk.core.dialect.Sql;
import dev.fk.core.diff.ChangeSet;
import dev.fk.core.diff.ColumnPosition;
import dev.fk.core.diff.Patch;
import dev.fk.core.model.Attribute;
import dev.fk.core.plan.Preflight;
import dev.fk.core.plan.PreflightException;
import dev.fk.core.plan.Problem;
import dev.fk.core.schema.CanonicalSchema;
import dev.fk.core.schema.Constraint;
import dev.fk.core.schema.ForeignKey;
import dev.fk.core.schema.Index;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.schema.Table;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Changes a live database call by call, with the names of Sequelize's QueryInterface. Every call reads what is there,
 * checks what it is about to do, and runs; where DDL is transactional a call that fails has changed nothing.
 */
@API(status = Status.EXPERIMENTAL)
public final class QueryInterface {
    private final Database database;

    private QueryInterface(Database database) {
        this.database = database;
    }

    public static QueryInterface of(Database database) {
        return new QueryInterface(database);
    }

    /** Creates a table. A table of that name that is there already is an error, never a silent success. */
    public QueryInterface createTable(String table, Consumer<TableSpec> details) {
        return createTable(QualifiedName.of(table), details);
    }

    public QueryInterface createTable(QualifiedName table, Consumer<TableSpec> details) {
        TableSpec spec = new TableSpec(table);
        details.accept(spec);
        return run(table, o -> o.createTable(spec.table()));
    }

    public QueryInterface dropTable(String table) {
        return dropTable(QualifiedName.of(table));
    }

    public QueryInterface dropTable(QualifiedName table) {
        return run(table, o -> o.dropTable(table));
    }

    public QueryInterface renameTable(String from, String to) {
        QualifiedName table = QualifiedName.of(from);
        return run(table, o -> o.renameTable(table, QualifiedName.of(to)));
    }

    /** Adds a column, last. */
    public QueryInterface addColumn(String table, String column, Attribute<?> attribute) {
        return addColumn(QualifiedName.of(table), column, attribute, ColumnPosition.last());
    }

    /** Adds a column where a server has positions; PostgreSQL always appends. */
    public QueryInterface addColumn(
            QualifiedName table, String column, Attribute<?> attribute, ColumnPosition position) {
        return run(table, o -> o.addColumn(table, column, attribute, position));
    }

    /** Redefines a column. What the attribute does not say is reset to its default, as in Sequelize. */
    public QueryInterface changeColumn(String table, String column, Attribute<?> attribute) {
        QualifiedName name = QualifiedName.of(table);
        return run(name, o -> o.changeColumn(name, column, attribute));
    }

    public QueryInterface renameColumn(String table, String from, String to) {
        QualifiedName name = QualifiedName.of(table);
        return run(name, o -> o.renameColumn(name, from, to));
    }

    /** Removes a column, with the keys, foreign keys and indexes of its table that cannot stand without it. */
    public QueryInterface removeColumn(String table, String column) {
        QualifiedName name = QualifiedName.of(table);
        return run(name, o -> o.removeColumn(name, column));
    }

    public QueryInterface addConstraint(String table, ConstraintSpec constraint) {
        return addConstraint(QualifiedName.of(table), constraint);
    }

    public QueryInterface addConstraint(QualifiedName table, ConstraintSpec constraint) {
        return run(table, o -> o.addConstraint(table, constraint));
    }

    /** Removes a constraint or index by its name. */
    public QueryInterface removeConstraint(String table, String name) {
        QualifiedName qualified = QualifiedName.of(table);
        return run(qualified, o -> o.removeConstraint(qualified, name));
    }

    /** Removes the foreign key on these columns, whatever its name. */
    public QueryInterface removeConstraint(String table, ForeignKeySelector selector) {
        QualifiedName name = QualifiedName.of(table);
        return run(name, o -> o.removeForeignKey(name, selector));
    }

    public QueryInterface addIndex(String table, String... columns) {
        return addIndex(table, IndexSpec.on(columns));
    }

    public QueryInterface addIndex(String table, IndexSpec index) {
        QualifiedName name = QualifiedName.of(table);
        return run(name, o -> o.addIndex(name, index.on(name)));
    }

    public QueryInterface removeIndex(String table, String name) {
        return removeConstraint(table, name);
    }

    public QueryInterface removeIndexOn(String table, String... columns) {
        QualifiedName name = QualifiedName.of(table);
        return run(name, o -> o.removeIndexOn(name, List.of(columns)));
    }

    /** The names of all tables in scope. */
    public Set<QualifiedName> showAllTables() {
        return database.read().schema().tables().keySet();
    }

    /** A table as the catalog has it. */
    public Table describeTable(String table) {
        return Lookup.table(database.read().schema(), QualifiedName.of(table));
    }

    /** Everything of a table that has a name, indexes included. */
    public List<Constraint> showConstraints(String table) {
        return describeTable(table).constraints().toList();
    }

    public List<Index> showIndexes(String table) {
        return describeTable(table).indexes();
    }

    /** The foreign keys of a table, with their real names, ordered column pairs and actions. */
    public List<ForeignKey> getForeignKeyReferences(String table) {
        return describeTable(table).foreignKeys();
    }

    /** SQL that fk does not look into. */
    public QueryInterface sql(String statement) {
        database.execute(new Sql(statement));
        return this;
    }

    /**
     * Runs all calls of the body in one transaction. On servers whose DDL commits implicitly (the MySQL family) a failure
     * cannot take back what ran before; the exception then lists it.
     */
    public void transaction(Consumer<QueryInterface> body) {
        database.inTransaction(inside -> body.accept(new QueryInterface(inside)));
    }

    private QueryInterface run(QualifiedName table, Function<Operations, ChangeSet> operation) {
        Database scoped = table.schema()
                .map(s -> database.withScope(database.scope().and(s)))
                .orElse(database);
        CanonicalSchema current = scoped.read();
        ChangeSet changes = operation.apply(new Operations(current, scoped::canonical));
        refuseNewProblems(scoped, table, current, changes);
        scoped.run(scoped.plan(changes, current));
        return this;
    }

    /** Only what the call itself adds is refused; what was odd before is not its business. */
    private static void refuseNewProblems(
            Database database, QualifiedName table, CanonicalSchema current, ChangeSet changes) {
        CanonicalSchema after = database.canonical(Patch.apply(current.schema(), changes));
        Set<Problem> problems = new LinkedHashSet<>(problems(database, table, after));
        problems.removeAll(problems(database, table, current));
        if (!problems.isEmpty()) {
            throw new PreflightException(List.copyOf(problems));
        }
    }

    private static List<Problem> problems(Database database, QualifiedName table, CanonicalSchema schema) {
        CanonicalSchema alone =
                schema.restrictedTo(schema.schema().table(table).stream().toList(), List.of());
        return Preflight.check(alone, schema, database.dialect(), database.server());
    }
}
