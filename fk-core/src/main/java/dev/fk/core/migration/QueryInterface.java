package dev.fk.core.migration;

import dev.fk.core.database.Database;
import dev.fk.core.diff.Change;
import dev.fk.core.diff.ChangeSet;
import dev.fk.core.diff.ColumnPosition;
import dev.fk.core.model.Attribute;
import dev.fk.core.schema.Constraint;
import dev.fk.core.schema.ForeignKey;
import dev.fk.core.schema.Index;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.schema.Table;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Changes a live database call by call, with the names of Sequelize's QueryInterface. Every call reads what is there,
 * checks what it is about to do and the rows it meets ({@link dev.fk.core.database.DirtyDataException}), and runs; where
 * DDL is transactional a call that fails has changed nothing.
 */
@API(status = Status.EXPERIMENTAL)
public final class QueryInterface {
    private final CallHandler handler;
    private final Optional<String> schema;

    private QueryInterface(CallHandler handler, Optional<String> schema) {
        this.handler = handler;
        this.schema = schema;
    }

    public static QueryInterface of(Database database) {
        return of(new Live(database, Journal.none()));
    }

    static QueryInterface of(CallHandler handler) {
        return new QueryInterface(handler, Optional.empty());
    }

    /** The same, for tables of another schema than the default one. */
    public QueryInterface inSchema(String other) {
        return new QueryInterface(handler.with(other), Optional.of(other));
    }

    /** Creates a table. A table of that name that is there already is an error, never a silent success. */
    public QueryInterface createTable(String table, Consumer<TableSpec> details) {
        TableSpec spec = new TableSpec(named(table));
        details.accept(spec);
        return run(Wording.table(spec.table()), table, o -> o.createTable(spec.table()));
    }

    public QueryInterface dropTable(String table) {
        return run("drop table " + named(table), table, o -> o.dropTable(named(table)));
    }

    /** Drops every table in scope, whatever their foreign keys; not the history of the migrations. */
    public QueryInterface dropAllTables() {
        return run("drop all tables", "all tables", Operations::dropAllTables);
    }

    public QueryInterface renameTable(String from, String to) {
        return run(
                "rename table " + named(from) + " to " + named(to), from, o -> o.renameTable(named(from), named(to)));
    }

    /** Adds a column, last. */
    public QueryInterface addColumn(String table, String column, Attribute<?> attribute) {
        return addColumn(table, column, attribute, ColumnPosition.last());
    }

    /** Adds a column where a server has positions; PostgreSQL always appends. */
    public QueryInterface addColumn(String table, String column, Attribute<?> attribute, ColumnPosition position) {
        String text = Wording.column("add", named(table), column, attribute) + Wording.position(position);
        return run(text, table, o -> o.addColumn(named(table), column, attribute, position));
    }

    /** Redefines a column. What the attribute does not say is reset to its default, as in Sequelize. */
    public QueryInterface changeColumn(String table, String column, Attribute<?> attribute) {
        return run(
                Wording.column("change", named(table), column, attribute),
                table,
                o -> o.changeColumn(named(table), column, attribute));
    }

    /** Renames a column, which loses nothing: type, default, comment, keys and foreign keys stay. */
    public QueryInterface renameColumn(String table, String from, String to) {
        String text = "rename column " + named(table) + "." + from + " to " + to;
        return run(text, table, o -> o.renameColumn(named(table), from, to));
    }

    /** Removes a column, with the keys, foreign keys and indexes of its table that cannot stand without it. */
    public QueryInterface removeColumn(String table, String column) {
        return run("remove column " + named(table) + "." + column, table, o -> o.removeColumn(named(table), column));
    }

    public QueryInterface addConstraint(String table, ConstraintSpec constraint) {
        return run(Wording.constraint(named(table), constraint), table, o -> o.addConstraint(named(table), constraint));
    }

    /** Removes a constraint or index by its name. */
    public QueryInterface removeConstraint(String table, String name) {
        return run(
                "remove constraint " + named(table) + "." + name, table, o -> o.removeConstraint(named(table), name));
    }

    /** Removes the foreign key on these columns, whatever its name. */
    public QueryInterface removeConstraint(String table, ForeignKeySelector selector) {
        return run(
                "remove foreign key " + named(table) + selector.columns(),
                table,
                o -> o.removeForeignKey(named(table), selector));
    }

    public QueryInterface addIndex(String table, String... columns) {
        return addIndex(table, IndexSpec.on(columns));
    }

    public QueryInterface addIndex(String table, IndexSpec index) {
        String text = new Change.AddIndex(named(table), index.on(named(table))).describe();
        return run(text, table, o -> o.addIndex(named(table), index));
    }

    /** Removes an index, or a unique key, by its name. */
    public QueryInterface removeIndex(String table, String name) {
        return run("remove index " + named(table) + "." + name, table, o -> o.removeIndex(named(table), name));
    }

    public QueryInterface removeIndexOn(String table, String... columns) {
        return run(
                "remove index " + named(table) + List.of(columns),
                table,
                o -> o.removeIndexOn(named(table), List.of(columns)));
    }

    /** The names of all tables in scope. */
    public Set<QualifiedName> showAllTables() {
        return handler.tables();
    }

    /** A table as the catalog has it. */
    public Table describeTable(String table) {
        return handler.table(named(table));
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
        handler.sql(statement);
        return this;
    }

    /**
     * Runs all calls of the body in one transaction. On servers whose DDL commits implicitly (the MySQL family) a failure
     * cannot take back what ran before; the exception then lists it.
     */
    public void transaction(Consumer<QueryInterface> body) {
        handler.transaction(inside -> body.accept(new QueryInterface(inside, schema)));
    }

    void takeBack() {
        handler.takeBack();
    }

    private QualifiedName named(String table) {
        return new QualifiedName(schema, table);
    }

    private QueryInterface run(String text, String table, Function<Operations, ChangeSet> operation) {
        handler.call(new Call(text, named(table), operation));
        return this;
    }
}
