package dev.fk.core.explain.key;

import dev.fk.core.dialect.Cause;
import dev.fk.core.dialect.Dialect;
import dev.fk.core.dialect.ServerError;
import dev.fk.core.dialect.ServerInfo;
import dev.fk.core.dialect.Sql;
import dev.fk.core.diff.Change;
import dev.fk.core.explain.Explanation;
import dev.fk.core.explain.Fix;
import dev.fk.core.explain.Look;
import dev.fk.core.explain.situation.Situation;
import dev.fk.core.explain.statement.Clause;
import dev.fk.core.explain.statement.Statement;
import dev.fk.core.explain.statement.StatementParser;
import dev.fk.core.schema.CanonicalSchema;
import dev.fk.core.schema.ForeignKey;
import dev.fk.core.schema.PrimaryKey;
import dev.fk.core.schema.Table;
import dev.fk.core.script.Token;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** The foreign keys that statements say and that are not there, though their tables and columns are. */
@API(status = Status.INTERNAL)
public record PassedOver(CanonicalSchema live, Dialect dialect, ServerInfo server, Look look) {
    /** @param statements in the order in which they were executed; what a later one drops is not missed */
    public List<Explanation> find(List<Statement> statements) {
        return IntStream.range(0, statements.size())
                .boxed()
                .flatMap(i -> find(statements.get(i), statements.subList(i + 1, statements.size())))
                .distinct()
                .toList();
    }

    private Stream<Explanation> find(Statement statement, List<Statement> later) {
        Situation situation = situation(statement);
        Optional<Table> table = statement.temporary().isPresent()
                ? Optional.empty()
                : statement.table().flatMap(situation::table);
        return table.filter(t -> later.stream().noneMatch(s -> dropsFrom(t, s))).stream()
                .flatMap(t -> statement
                        .clauses(Clause.References.class)
                        .flatMap(r -> key(situation, t, r).stream())
                        .filter(k -> t.foreignKeysOn(k.columns()).isEmpty())
                        .flatMap(k -> explained(situation, t, k).stream()));
    }

    private Situation situation(Statement statement) {
        return new Situation(
                statement, new ServerError(0, "", ""), EnumSet.allOf(Cause.class), live, dialect, server, look);
    }

    private boolean dropsFrom(Table table, Statement later) {
        return later.clauses(Clause.Drop.class).findAny().isPresent()
                && later.table()
                        .flatMap(situation(later)::table)
                        .filter(table::equals)
                        .isPresent();
    }

    /** Empty where the columns are not there any more, or the statement does not say which it references. */
    private static Optional<ForeignKey> key(Situation situation, Table table, Clause.References clause) {
        List<String> columns = situation.columns(table, clause.columns());
        Optional<Table> parent = situation.schema().table(situation.parent(clause));
        List<String> referenced = clause.referenced().isEmpty()
                ? parent.flatMap(Table::primaryKey).map(PrimaryKey::columns).orElse(List.of())
                : parent.map(p -> situation.columns(p, clause.referenced()))
                        .orElseGet(() ->
                                clause.referenced().stream().map(Token::text).toList());
        boolean whole = !columns.isEmpty()
                && columns.size() == referenced.size()
                && columns.stream().allMatch(c -> table.column(c).isPresent());
        return whole ? Optional.of(situation.key(clause, columns, referenced)) : Optional.empty();
    }

    /** What would be said if the server had refused to add it, or that it did not. */
    private List<Explanation> explained(Situation situation, Table table, ForeignKey key) {
        List<Sql> adding = situation.ddl(new Change.AddForeignKey(table.name(), key));
        Sql last = adding.get(adding.size() - 1);
        List<Explanation> found = StatementParser.parse(
                        last.text(), situation.diagnosis().lexis())
                .map(s -> new ForeignKeyCauses(situation(s)).find())
                .orElse(List.of());
        return found.isEmpty()
                ? List.of(unexplained(table, key, last))
                : found.stream().map(e -> completed(e, last)).toList();
    }

    private static Explanation completed(Explanation found, Sql adding) {
        Fix fix = found.fix();
        return new Explanation(
                found.cause(),
                found.fact(),
                found.evidence(),
                found.remedy(),
                new Fix(fix.before(), fix.instead().or(() -> Optional.of(adding)), fix.after()));
    }

    private Explanation unexplained(Table table, ForeignKey key, Sql adding) {
        String where = table.name() + "(" + String.join(", ", key.columns()) + ")";
        return Explanation.of(
                Cause.NOT_SUPPORTED,
                "There is no foreign key " + where + ", though " + server + " took the statement"
                        + dialect.diagnosis(server)
                                .passesOver()
                                .map(p -> ": " + p)
                                .orElse(""),
                "Write FOREIGN KEY (" + String.join(", ", key.columns()) + ") REFERENCES " + key.referencedTable()
                        + " (" + String.join(", ", key.referencedColumns())
                        + ") behind the columns, or add it to the table.",
                Fix.instead(adding.text()));
    }
}
