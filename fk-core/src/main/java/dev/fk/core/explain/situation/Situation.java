package dev.fk.core.explain.situation;

import dev.fk.core.dialect.Capabilities;
import dev.fk.core.dialect.Cause;
import dev.fk.core.dialect.Diagnosis;
import dev.fk.core.dialect.Dialect;
import dev.fk.core.dialect.ServerError;
import dev.fk.core.dialect.ServerInfo;
import dev.fk.core.dialect.Sql;
import dev.fk.core.diff.Change;
import dev.fk.core.explain.Explanation;
import dev.fk.core.explain.Look;
import dev.fk.core.explain.statement.Clause;
import dev.fk.core.explain.statement.Cursor;
import dev.fk.core.explain.statement.Statement;
import dev.fk.core.explain.statement.TableWord;
import dev.fk.core.schema.CanonicalSchema;
import dev.fk.core.schema.Column;
import dev.fk.core.schema.Constraint;
import dev.fk.core.schema.DataType;
import dev.fk.core.schema.ForeignKey;
import dev.fk.core.schema.MatchType;
import dev.fk.core.schema.PrimaryKey;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.schema.ReferentialAction;
import dev.fk.core.schema.Schema;
import dev.fk.core.schema.Table;
import dev.fk.core.script.Token;
import dev.fk.core.script.Tokenizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * A failed statement, what the server said, and the tables it met.
 *
 * @param reported the causes that the server's error may stand for
 */
@API(status = Status.INTERNAL)
public record Situation(
        Statement statement,
        ServerError error,
        Set<Cause> reported,
        CanonicalSchema live,
        Dialect dialect,
        ServerInfo server,
        Look look) {
    private static final int QUOTED_BY_SERVER = 20;

    /** A foreign key that is there, with the table it belongs to. */
    public record Owned(Table table, ForeignKey key) {
        /** {@code chat(participantNo)}. */
        public String text() {
            return table.name() + "(" + String.join(", ", key.columns()) + ")";
        }

        /** With its name, where it is told apart by it. */
        public String named() {
            return text() + key.name().map(n -> " [" + n + "]").orElse("");
        }
    }

    public Diagnosis diagnosis() {
        return dialect.diagnosis(server);
    }

    /** As it is to be written: a server that reads names in lower case finds others only in quotes. */
    public String written(String name) {
        boolean found = !diagnosis().lexis().foldsNames() || name.equals(name.toLowerCase(Locale.ROOT));
        return found ? name : diagnosis().quote(name);
    }

    public Capabilities capabilities() {
        return dialect.capabilities(server.version());
    }

    public Schema schema() {
        return live.schema();
    }

    public QualifiedName name(TableWord word) {
        return word.qualified(server.defaultSchema());
    }

    /** What a foreign key references: without a schema, on some servers, a table beside its own. */
    public QualifiedName parent(Clause.References clause) {
        QualifiedName written = name(clause.parent());
        Optional<String> beside = statement.table().flatMap(t -> name(t).schema());
        return clause.parent().schema().isEmpty() && diagnosis().referencesBesideChild() && beside.isPresent()
                ? new QualifiedName(beside, written.name())
                : written;
    }

    public Optional<Table> table(TableWord word) {
        return schema().table(name(word));
    }

    /** A column of the table as the catalog spells it, if the server takes the two spellings for one name. */
    public String column(Table table, Token word) {
        boolean exact = !diagnosis().lexis().columnsIgnoreCase();
        return table.columnNames().stream()
                .filter(c -> exact ? c.equals(word.text()) : c.equalsIgnoreCase(word.text()))
                .findFirst()
                .orElse(word.text());
    }

    /** A type as it is written, an enum by its name. */
    public DataType type(Clause.Span written) {
        DataType type = diagnosis().type(statement.text(written));
        Cursor name = new Cursor(tokens(statement.text(written)));
        Optional<QualifiedName> known = type instanceof DataType.Other
                ? name.table().map(this::name).filter(schema().enums()::containsKey)
                : Optional.empty();
        return known.filter(n -> name.atEnd())
                .<DataType>map(DataType.Named::new)
                .orElse(type);
    }

    /** The columns of the table that the statement drops. */
    public List<String> droppedColumns(Table table) {
        return statement
                .clauses(Clause.Drop.class)
                .filter(d -> d.kind() == Clause.Drop.Kind.COLUMN)
                .flatMap(d -> d.name().stream())
                .map(n -> column(table, n))
                .toList();
    }

    /** The foreign key that a clause says. */
    public ForeignKey key(Clause.References clause, List<String> columns, List<String> referenced) {
        return ForeignKey.of(columns, parent(clause), referenced)
                .withName(clause.name().map(Token::text))
                .withActions(action(clause.onDelete()), action(clause.onUpdate()))
                .withMatch(clause.full() ? MatchType.FULL : MatchType.SIMPLE);
    }

    private static ReferentialAction action(Optional<Clause.Action> written) {
        return written.map(Clause.Action::action).orElse(ReferentialAction.NO_ACTION);
    }

    public List<String> columns(Table table, List<Token> words) {
        return words.stream().map(w -> column(table, w)).toList();
    }

    /** What a server would make of this table. */
    public CanonicalSchema canonical(Table table) {
        return dialect.canonicalizer(server)
                .canonical(Schema.of(List.of(table), schema().enums().values()));
    }

    public Optional<Column> canonical(Table table, Column column) {
        List<Column> columns = new ArrayList<>(table.columns());
        columns.removeIf(c -> c.name().equals(column.name()));
        columns.add(column);
        Table alone = Table.of(table.name(), columns).withOptions(table.options());
        return canonical(alone).schema().table(table.name()).flatMap(t -> t.column(column.name()));
    }

    public List<Sql> ddl(Change change) {
        return change.accept(dialect.ddl(server));
    }

    public List<Sql> ddl(List<Change> changes) {
        return changes.stream().flatMap(c -> ddl(c).stream()).toList();
    }

    /** Whether the server speaks of something of this name. */
    public boolean says(String name) {
        return error.names(name);
    }

    /**
     * Whether this is the word that the server did not understand: the word itself, or what follows where it could have begun
     * something else ({@code key VARCHAR(9)}).
     */
    public boolean stoppedAt(Token word) {
        int next = tokens().stream()
                .filter(t -> t.start() >= word.end())
                .mapToInt(Token::start)
                .min()
                .orElse(statement.sql().length());
        return says(word.written()) || isQuotedFrom(word.start()) || isQuotedFrom(next);
    }

    /** MySQL and MariaDB show the statement from there on. */
    public boolean isQuotedFrom(int start) {
        int end = Math.min(statement.sql().length(), start + QUOTED_BY_SERVER);
        return error.message().contains("'" + statement.sql().substring(start, end));
    }

    /** The word by which the statement leaves out the tables that inherit. */
    public Optional<Token> only() {
        int name = statement.tables().get(0).start();
        return tokens().stream().filter(t -> t.end() <= name && t.is("ONLY")).findFirst();
    }

    /** Whether it speaks of this one: {@code "parent_code_key"}, {@code 'parent.code'}, {@code 'PRIMARY'}. */
    public boolean says(Table table, Constraint constraint) {
        String name = constraint.name().orElse(constraint instanceof PrimaryKey ? "PRIMARY" : "");
        return says(name) || says(table.name().name() + "." + name);
    }

    public List<Token> tokens() {
        return tokens(statement.sql());
    }

    /** Of any text, as this server reads it. */
    public List<Token> tokens(String text) {
        return Tokenizer.tokens(text, diagnosis().lexis());
    }

    /** All words of the statement. */
    public Cursor words() {
        return new Cursor(tokens());
    }

    /** The words behind the first table that the statement names. */
    public Cursor behindTable() {
        return new Cursor(tokens(restBehindTable()));
    }

    public String restBehindTable() {
        return statement.sql().substring(statement.tables().get(0).end());
    }

    /** That a name in the statement is none, and what it is with the one that may have been meant. */
    public Explanation replaced(Cause cause, String fact, Token word, Meant meant, String seen) {
        return Explanation.of(
                        cause,
                        fact + meant.text(),
                        meant.isNone()
                                ? "Write one that is there."
                                : "Write " + meant.written(this) + ", if that is meant.",
                        meant.fix(this, word))
                .seen(seen.isEmpty() ? List.of() : List.of(seen));
    }

    public String quoted(List<String> names) {
        return names.stream().map(diagnosis()::quote).collect(Collectors.joining(", "));
    }

    /** Every foreign key there is; those that a partition has of its table go and come with that one's. */
    public List<Owned> foreignKeys() {
        return schema().tables().values().stream()
                .flatMap(t -> t.foreignKeys().stream().map(k -> new Owned(t, k)))
                .filter(o -> !isOfParent(o))
                .toList();
    }

    private boolean isOfParent(Owned owned) {
        return dialect.isPartition(owned.table())
                && dialect.parents(owned.table()).stream()
                        .flatMap(p -> schema().table(p).stream())
                        .flatMap(p -> p.foreignKeys().stream())
                        .anyMatch(k -> k.key().equals(owned.key().key()));
    }

    /** The tables that inherit from this one, and are no parts of it: the server has their rows apart. */
    public List<Table> heirs(Table table) {
        return schema().tables().values().stream()
                .filter(t -> !dialect.isPartition(t) && dialect.parents(t).contains(table.name()))
                .flatMap(t -> Stream.concat(Stream.of(t), heirs(t).stream()))
                .distinct()
                .toList();
    }

    /** Those that lead to the table, its own included. */
    public List<Owned> referencing(QualifiedName table) {
        return foreignKeys().stream()
                .filter(o -> o.key().referencedTable().equals(table))
                .toList();
    }

    public List<Change> drops(List<Owned> keys) {
        return keys.stream()
                .<Change>map(o -> new Change.DropForeignKey(o.table().name(), o.key()))
                .toList();
    }

    public static String list(List<Owned> keys) {
        return keys.stream().map(Owned::named).collect(Collectors.joining(", "));
    }
}
