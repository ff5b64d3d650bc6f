package dev.fk.core.migration;

import dev.fk.core.database.Database;
import dev.fk.core.diff.Change;
import dev.fk.core.diff.ChangeSet;
import dev.fk.core.diff.ColumnPosition;
import dev.fk.core.model.Attribute;
import dev.fk.core.schema.Column;
import dev.fk.core.schema.Constraint;
import dev.fk.core.schema.EnumDefinition;
import dev.fk.core.schema.ForeignKey;
import dev.fk.core.schema.Index;
import dev.fk.core.schema.Options;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.jspecify.annotations.Nullable;

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
        return of(new Live(database, Journal.none(), Known.nothing()));
    }

    static QueryInterface of(CallHandler handler) {
        return new QueryInterface(handler, Optional.empty());
    }

    /** The same, for tables of this schema (PostgreSQL) or database (MySQL family). */
    public QueryInterface inSchema(String other) {
        return handler.isDefault(other)
                ? new QueryInterface(handler, Optional.empty())
                : new QueryInterface(handler.with(other), Optional.of(other));
    }

    /** Creates a table. A table of that name that is there already is an error, never a silent success. */
    public QueryInterface createTable(String table, Consumer<TableSpec> details) {
        TableSpec spec = new TableSpec(named(table));
        details.accept(spec);
        return run(Wording.table(spec.table()), table, o -> o.createTable(spec.table()));
    }

    public QueryInterface dropTable(String table) {
        return run("drop table " + named(table), table, o -> o.dropTable(there(table)));
    }

    /**
     * Drops every table in scope, or of the schema that {@link #inSchema} names and no other, whatever their foreign keys; not
     * the history of the migrations.
     */
    public QueryInterface dropAllTables() {
        return run("drop all tables", "all tables", o -> o.dropAllTables(schema));
    }

    public QueryInterface renameTable(String from, String to) {
        return run(
                "rename table " + named(from) + " to " + named(to), from, o -> o.renameTable(there(from), named(to)));
    }

    /** Adds a column, last. */
    public QueryInterface addColumn(String table, String column, Attribute<?> attribute) {
        return addColumn(table, column, attribute, ColumnPosition.last());
    }

    /** Adds a column where a server has positions; PostgreSQL always appends. */
    public QueryInterface addColumn(String table, String column, Attribute<?> attribute, ColumnPosition position) {
        String text = Wording.column("add", named(table), column, attribute) + Wording.position(position);
        return run(
                text,
                table,
                o -> o.addColumn(there(table), column, t -> ColumnSpec.added(t, column, attribute), position));
    }

    /** Adds a column that is said in full, with whatever only one server knows. */
    public QueryInterface addColumn(String table, Column column) {
        return addColumn(table, column, ColumnPosition.last());
    }

    public QueryInterface addColumn(String table, Column column, ColumnPosition position) {
        String text = Wording.column("add", named(table), column) + Wording.position(position);
        return run(
                text, table, o -> o.addColumn(there(table), column.name(), t -> ColumnSpec.added(t, column), position));
    }

    /** Redefines a column. What the attribute does not say is reset to its default, as in Sequelize. */
    public QueryInterface changeColumn(String table, String column, Attribute<?> attribute) {
        return run(
                Wording.column("change", named(table), column, attribute),
                table,
                o -> o.changeColumn(there(table), column, t -> ColumnSpec.changed(t, column, attribute)));
    }

    /**
     * Redefines a column and puts it elsewhere, where a server has positions; on PostgreSQL it stays where it is.
     */
    public QueryInterface changeColumn(String table, String column, Attribute<?> attribute, ColumnPosition position) {
        return run(
                Wording.column("change", named(table), column, attribute) + Wording.position(position),
                table,
                o -> o.moveColumn(there(table), column, t -> ColumnSpec.changed(t, column, attribute), position));
    }

    /** Redefines the column of that name, in full. */
    public QueryInterface changeColumn(String table, Column column) {
        return run(
                Wording.column("change", named(table), column),
                table,
                o -> o.changeColumn(there(table), column.name(), t -> ColumnSpec.changed(t, column)));
    }

    /** Renames a column, which loses nothing: type, default, comment, keys and foreign keys stay. */
    public QueryInterface renameColumn(String table, String from, String to) {
        String text = "rename column " + named(table) + "." + from + " to " + to;
        return run(text, table, o -> o.renameColumn(there(table), from, to));
    }

    /** Removes a column, with the keys, foreign keys and indexes of its table that cannot stand without it. */
    public QueryInterface removeColumn(String table, String column) {
        return run("remove column " + named(table) + "." + column, table, o -> o.removeColumn(there(table), column));
    }

    public QueryInterface addConstraint(String table, ConstraintSpec constraint) {
        return run(Wording.constraint(named(table), constraint), table, o -> o.addConstraint(there(table), constraint));
    }

    /** Removes a constraint or index by its name. */
    public QueryInterface removeConstraint(String table, String name) {
        return run(
                "remove constraint " + named(table) + "." + name, table, o -> o.removeConstraint(there(table), name));
    }

    /** Removes a constraint by what it is, whatever its name. */
    public QueryInterface removeConstraint(String table, ConstraintSelector selector) {
        return run(
                "remove " + selector + " of " + named(table), table, o -> o.removeConstraint(there(table), selector));
    }

    /** Gives a constraint another name. */
    public QueryInterface renameConstraint(String table, String from, String to) {
        return run(
                "rename constraint " + named(table) + "." + from + " to " + to,
                table,
                o -> o.renameConstraint(there(table), from, to));
    }

    public QueryInterface addIndex(String table, String... columns) {
        return addIndex(table, IndexSpec.on(columns));
    }

    public QueryInterface addIndex(String table, IndexSpec index) {
        return addIndex(table, index.on(named(table)));
    }

    /** Adds an index that is said in full. */
    public QueryInterface addIndex(String table, Index index) {
        String text = new Change.AddIndex(named(table), index).describe() + " " + index.options();
        return run(text, table, o -> o.addIndex(there(table), index));
    }

    /** Gives an index another name. */
    public QueryInterface renameIndex(String table, String from, String to) {
        return run(
                "rename index " + named(table) + "." + from + " to " + to,
                table,
                o -> o.renameIndex(there(table), from, to));
    }

    /** Removes an index, or a unique key, by its name. */
    public QueryInterface removeIndex(String table, String name) {
        return run("remove index " + named(table) + "." + name, table, o -> o.removeIndex(there(table), name));
    }

    public QueryInterface removeIndexOn(String table, String... columns) {
        return run(
                "remove index " + named(table) + List.of(columns),
                table,
                o -> o.removeIndexOn(there(table), List.of(columns)));
    }

    /** Gives a table a comment; an empty one takes it away. */
    public QueryInterface changeComment(String table, String comment) {
        Optional<String> text = comment.isEmpty() ? Optional.empty() : Optional.of(comment);
        return run("comment on table " + named(table) + " " + comment, table, o -> o.changeComment(there(table), text));
    }

    /** What only one server knows of a table, all of it: {@code Options.of("engine", "InnoDB")}. */
    public QueryInterface changeOptions(String table, Options options) {
        return run(
                "options of table " + named(table) + " " + options, table, o -> o.changeOptions(there(table), options));
    }

    /** Creates an enum type that has a name of its own (PostgreSQL). */
    public QueryInterface createEnum(String type, String... labels) {
        EnumDefinition definition = new EnumDefinition(named(type), List.of(labels));
        return run("create enum " + definition, type, o -> o.createEnum(definition));
    }

    /**
     * Gives an enum type that has a name of its own (PostgreSQL) these labels in this order; rows with a label that is not
     * among them refuse it. The enum of a column alone (MySQL family) is changed with {@link #changeColumn}.
     */
    public QueryInterface changeEnum(String type, String... labels) {
        EnumDefinition definition = new EnumDefinition(named(type), List.of(labels));
        return run("change enum " + definition, type, o -> o.changeEnum(definition));
    }

    /** Refused, before anything runs, while columns, functions, views, domains or other types use it; all of them are named. */
    public QueryInterface dropEnum(String type) {
        return run("drop enum " + named(type), type, o -> o.dropEnum(named(type)));
    }

    /**
     * Gives a label of an enum type that has a name of its own (PostgreSQL) another name, in all that uses it. The enum of a
     * column alone (MySQL family) has its label renamed with {@link #renameEnumLabel(String, String, String, String)}.
     */
    public QueryInterface renameEnumLabel(String type, String from, String to) {
        QualifiedName name = named(type);
        return run(
                "rename label " + from + " of " + name + " to " + to,
                type,
                o -> o.renameEnumLabel(Lookup.enumType(o.current().schema(), name), from, to));
    }

    /**
     * Gives a label of an enum another name, in the rows of this column and its default as well. Where the type has a name of
     * its own (PostgreSQL), in all others that use it, too; where it is the column's (MySQL family) the new label is added, the
     * rows get it, the old one goes.
     */
    public QueryInterface renameEnumLabel(String table, String column, String from, String to) {
        String text = " label " + from + " of " + named(table) + "." + column + " to " + to;
        if (handler.isOfNamedType(there(table), column)) {
            return run("rename" + text, table, o -> new EnumLabels(o, there(table), column).renamed(from, to));
        }
        return run("rename" + text, table, o -> new EnumLabels(o, there(table), column).added(from, to))
                .data(DataCall.replacing(there(table), column, from, to))
                .run("renamed" + text, table, o -> new EnumLabels(o, there(table), column).removed(from, to));
    }

    /**
     * Makes one change of all calls of the body: what is there before and after is compared as a whole, put in an order
     * that works whatever refers to what, and written in as few statements as the server allows.
     *
     * @throws MigrationException if one of them renames a table or column, or runs SQL
     */
    public QueryInterface together(Consumer<QueryInterface> body) {
        Gathering gathering = new Gathering(handler);
        body.accept(new QueryInterface(gathering, schema));
        gathering.run();
        return this;
    }

    /** The names of all tables in scope, or in the schema that {@link #inSchema} names. */
    public Set<QualifiedName> showAllTables() {
        return handler.tables().stream()
                .filter(t -> schema.isEmpty() || t.schema().equals(schema))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** A table as the catalog has it. */
    public Table describeTable(String table) {
        return handler.table(there(table));
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

    /**
     * Inserts a row. A value is a text, number, boolean, {@code LocalDate}, {@code LocalTime}, {@code LocalDateTime},
     * {@code UUID}, enum constant or null; {@link dev.fk.core.schema.Expression} is SQL.
     */
    public QueryInterface insert(String table, Map<String, ?> row) {
        return bulkInsert(table, List.of(row));
    }

    /** Inserts rows in one statement; what a row does not say is the default of its column. */
    public QueryInterface bulkInsert(String table, List<? extends Map<String, ?>> rows) {
        List<SortedMap<String, DataValue>> all = new ArrayList<>();
        rows.forEach(r -> all.add(DataCall.values(r)));
        return data(new DataCall(DataCall.Kind.INSERT, there(table), all, new TreeMap<>()));
    }

    /**
     * Gives new values to the rows that have these values.
     *
     * @throws IllegalArgumentException if nothing is said of the rows: every row is meant only by {@link #sql}
     */
    public QueryInterface update(String table, Map<String, ?> values, Map<String, ?> where) {
        return data(new DataCall(
                DataCall.Kind.UPDATE, there(table), List.of(DataCall.values(values)), DataCall.values(where)));
    }

    /**
     * Deletes the rows that have these values.
     *
     * @throws IllegalArgumentException if nothing is said of the rows: every row is meant only by {@link #sql}
     */
    public QueryInterface delete(String table, Map<String, ?> where) {
        return data(new DataCall(DataCall.Kind.DELETE, there(table), List.of(), DataCall.values(where)));
    }

    /** Rows that a query finds, each value by the label of its column. Before a migration runs they are not known. */
    public List<Map<String, @Nullable Object>> query(String sql) {
        return handler.query(sql);
    }

    private QueryInterface data(DataCall call) {
        handler.data(call);
        return this;
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

    /** As the server calls what is there, while texts call it what the migration does, wherever that runs. */
    private QualifiedName there(String table) {
        return handler.asSpelt(named(table));
    }

    private QueryInterface run(String text, String table, Function<Operations, ChangeSet> operation) {
        handler.call(new Call(text, Set.of(there(table)), operation));
        return this;
    }
}
