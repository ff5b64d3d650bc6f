package dev.fk.core.migration;

import dev.fk.core.database.Database;
import dev.fk.core.dialect.Sql;
import dev.fk.core.diff.Change;
import dev.fk.core.diff.ChangeSet;
import dev.fk.core.diff.ColumnPosition;
import dev.fk.core.diff.Patch;
import dev.fk.core.model.Attribute;
import dev.fk.core.plan.Plan;
import dev.fk.core.plan.Preflight;
import dev.fk.core.plan.PreflightException;
import dev.fk.core.plan.Problem;
import dev.fk.core.schema.CanonicalSchema;
import dev.fk.core.schema.Constraint;
import dev.fk.core.schema.ForeignKey;
import dev.fk.core.schema.Index;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.schema.Table;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Changes a live database call by call, with the names of Sequelize's QueryInterface. Every call reads what is there,
 * checks what it is about to do and the rows it meets ({@link dev.fk.core.database.DirtyDataException}), and runs; where DDL is transactional a call that fails has changed nothing.
 */
@API(status = Status.EXPERIMENTAL)
public final class QueryInterface {
    private final Database database;
    private final Optional<String> schema;

    private QueryInterface(Database database, Optional<String> schema) {
        this.database = database;
        this.schema = schema;
    }

    public static QueryInterface of(Database database) {
        return new QueryInterface(database, Optional.empty());
    }

    /** The same, for tables of another schema than the default one. */
    public QueryInterface inSchema(String other) {
        return new QueryInterface(database.withScope(database.scope().and(other)), Optional.of(other));
    }

    /** Creates a table. A table of that name that is there already is an error, never a silent success. */
    public QueryInterface createTable(String table, Consumer<TableSpec> details) {
        TableSpec spec = new TableSpec(named(table));
        details.accept(spec);
        return run(table, o -> o.createTable(spec.table()));
    }

    public QueryInterface dropTable(String table) {
        return run(table, o -> o.dropTable(named(table)));
    }

    /** Drops every table in scope, whatever their foreign keys. */
    public QueryInterface dropAllTables() {
        CanonicalSchema current = database.read();
        List<Change> drops = new ArrayList<>();
        current.schema().tables().values().forEach(t -> drops.add(new Change.DropTable(t)));
        current.schema().enums().values().forEach(e -> drops.add(new Change.DropEnum(e)));
        database.run(database.plan(new ChangeSet(drops), current));
        return this;
    }

    public QueryInterface renameTable(String from, String to) {
        return run(from, o -> o.renameTable(named(from), named(to)));
    }

    /** Adds a column, last. */
    public QueryInterface addColumn(String table, String column, Attribute<?> attribute) {
        return addColumn(table, column, attribute, ColumnPosition.last());
    }

    /** Adds a column where a server has positions; PostgreSQL always appends. */
    public QueryInterface addColumn(String table, String column, Attribute<?> attribute, ColumnPosition position) {
        return run(table, o -> o.addColumn(named(table), column, attribute, position));
    }

    /** Redefines a column. What the attribute does not say is reset to its default, as in Sequelize. */
    public QueryInterface changeColumn(String table, String column, Attribute<?> attribute) {
        return run(table, o -> o.changeColumn(named(table), column, attribute));
    }

    /** Renames a column, which loses nothing: type, default, comment, keys and foreign keys stay. */
    public QueryInterface renameColumn(String table, String from, String to) {
        return run(table, o -> o.renameColumn(named(table), from, to));
    }

    /** Removes a column, with the keys, foreign keys and indexes of its table that cannot stand without it. */
    public QueryInterface removeColumn(String table, String column) {
        return run(table, o -> o.removeColumn(named(table), column));
    }

    public QueryInterface addConstraint(String table, ConstraintSpec constraint) {
        return run(table, o -> o.addConstraint(named(table), constraint));
    }

    /** Removes a constraint or index by its name. */
    public QueryInterface removeConstraint(String table, String name) {
        return run(table, o -> o.removeConstraint(named(table), name));
    }

    /** Removes the foreign key on these columns, whatever its name. */
    public QueryInterface removeConstraint(String table, ForeignKeySelector selector) {
        return run(table, o -> o.removeForeignKey(named(table), selector));
    }

    public QueryInterface addIndex(String table, String... columns) {
        return addIndex(table, IndexSpec.on(columns));
    }

    public QueryInterface addIndex(String table, IndexSpec index) {
        return run(table, o -> o.addIndex(named(table), index));
    }

    /** Removes an index, or a unique key, by its name. */
    public QueryInterface removeIndex(String table, String name) {
        return run(table, o -> o.removeIndex(named(table), name));
    }

    public QueryInterface removeIndexOn(String table, String... columns) {
        return run(table, o -> o.removeIndexOn(named(table), List.of(columns)));
    }

    /** The names of all tables in scope. */
    public Set<QualifiedName> showAllTables() {
        return database.read().schema().tables().keySet();
    }

    /** A table as the catalog has it. */
    public Table describeTable(String table) {
        return Lookup.table(database.read().schema(), named(table));
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
        database.inTransaction(inside -> body.accept(new QueryInterface(inside, schema)));
    }

    private QualifiedName named(String table) {
        return new QualifiedName(schema, table);
    }

    private QueryInterface run(String table, Function<Operations, ChangeSet> operation) {
        CanonicalSchema current = database.read();
        ChangeSet changes = operation.apply(new Operations(current, database::canonical));
        refuseNewProblems(named(table), current, changes);
        Plan plan = database.plan(changes, current);
        database.refuseDirtyData(plan);
        database.run(plan);
        return this;
    }

    /** Only what the call itself adds is refused; what was odd before is not its business. */
    private void refuseNewProblems(QualifiedName table, CanonicalSchema current, ChangeSet changes) {
        CanonicalSchema after = database.canonical(Patch.apply(current.schema(), changes));
        Set<Problem> problems = new LinkedHashSet<>(problems(table, after));
        problems.removeAll(problems(table, current));
        if (!problems.isEmpty()) {
            throw new PreflightException(List.copyOf(problems));
        }
    }

    /** Of the table, and of those whose foreign keys reference it. */
    private List<Problem> problems(QualifiedName table, CanonicalSchema schema) {
        List<Table> concerned = schema.schema().tables().values().stream()
                .filter(t -> t.name().equals(table)
                        || t.foreignKeys().stream()
                                .anyMatch(k -> k.referencedTable().equals(table)))
                .toList();
        CanonicalSchema alone = schema.restrictedTo(concerned, List.of());
        return Preflight.check(alone, schema, database.dialect(), database.server());
    }
}
