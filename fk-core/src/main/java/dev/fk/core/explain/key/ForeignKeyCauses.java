package dev.fk.core.explain.key;

import dev.fk.core.dialect.Cause;
import dev.fk.core.dialect.Relation;
import dev.fk.core.diff.Change;
import dev.fk.core.explain.Explanation;
import dev.fk.core.explain.Fix;
import dev.fk.core.explain.situation.Described;
import dev.fk.core.explain.situation.RowSql;
import dev.fk.core.explain.situation.Situation;
import dev.fk.core.explain.situation.Subject;
import dev.fk.core.explain.statement.Clause;
import dev.fk.core.plan.Preflight;
import dev.fk.core.plan.Problem;
import dev.fk.core.schema.Column;
import dev.fk.core.schema.ForeignKey;
import dev.fk.core.schema.PrimaryKey;
import dev.fk.core.schema.Table;
import dev.fk.core.schema.UniqueKey;
import dev.fk.core.script.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * What is wrong with the foreign keys that a statement adds: the rules that are checked before a plan runs, applied to the
 * tables as they are, and what only a look at the server can tell.
 */
@API(status = Status.INTERNAL)
public final class ForeignKeyCauses {
    private static final Map<String, Cause> CAUSES = Map.ofEntries(
            Map.entry("FK003", Cause.PARENT_NOT_UNIQUE),
            Map.entry("FK004", Cause.TYPE_DIFFERS),
            Map.entry("FK005", Cause.SET_NULL_ON_NOT_NULL),
            Map.entry("FK211", Cause.ENGINE),
            Map.entry("FK212", Cause.PARTITIONED),
            Map.entry("FK214", Cause.COMPUTED_COLUMN),
            Map.entry("FK215", Cause.CHECKED_COLUMN),
            Map.entry("FK216", Cause.COLUMN_ORDER_DIFFERS),
            Map.entry("FK217", Cause.COLLATION_DIFFERS),
            Map.entry("FK218", Cause.PARENT_IS_NULLABLE),
            Map.entry("FK231", Cause.COMPUTED_COLUMN),
            Map.entry("FK237", Cause.PARENT_KEY_DEFERRABLE));

    private static final String UNLOGGED = "unlogged";

    private final Situation situation;
    private final Optional<Table> subject;

    public ForeignKeyCauses(Situation situation) {
        this.situation = situation;
        this.subject = new Subject(situation).table();
    }

    public List<Explanation> find() {
        List<Explanation> found = new ArrayList<>();
        if (subject.isPresent()) {
            situation.statement().clauses(Clause.References.class).forEach(r -> found.addAll(about(r, subject.get())));
        }
        return found;
    }

    private List<Explanation> about(Clause.References clause, Table child) {
        Optional<Table> parent = situation.parent(clause).equals(child.name())
                ? subject
                : situation.schema().table(situation.parent(clause));
        List<Explanation> found = new ArrayList<>(permanence(clause, child, parent));
        if (parent.isEmpty()) {
            found.addAll(new ParentCauses(situation, child, clause).find());
            return found;
        }
        List<String> columns = situation.columns(child, clause.columns());
        List<String> referenced = referenced(clause, parent.get());
        ForeignKeyFixes fixes = new ForeignKeyFixes(situation, clause, child, parent.get());
        for (Token word : clause.columns()) {
            if (child.column(situation.column(child, word)).isEmpty()) {
                found.add(fixes.columnMissing(word, columns.indexOf(word.text()), referenced));
            }
        }
        for (Token word : clause.referenced()) {
            if (parent.get().column(situation.column(parent.get(), word)).isEmpty()) {
                found.add(fixes.referencedColumnMissing(word, columns));
            }
        }
        if (columns.size() != referenced.size()) {
            Explanation differs = fixes.countDiffers(columns, referenced);
            found.add(referenced.isEmpty() ? withoutPrimaryKey(parent.get(), differs) : differs);
        }
        if (found.isEmpty()) {
            found.addAll(rules(situation.key(clause, columns, referenced), child, parent.get(), fixes));
        }
        return found;
    }

    /** Temporary tables are in no catalog that is read, so what is said of one here is known from the server alone. */
    private List<Explanation> permanence(Clause.References clause, Table child, Optional<Table> parent) {
        Optional<Relation.Kind> kind =
                situation.look().relation(situation.parent(clause)).map(Relation::kind);
        Optional<Token> temporary = situation.statement().temporary();
        if (temporary.isPresent()) {
            return kind.filter(k -> k != Relation.Kind.TEMPORARY_TABLE).stream()
                    .map(k -> Explanation.of(
                            Cause.CHILD_IS_TEMPORARY,
                            child.name() + " is a temporary table, and " + situation.server()
                                    + " has no foreign keys from temporary to permanent tables; "
                                    + situation.parent(clause) + " is permanent",
                            "Make it a table that stays, or leave the foreign key out.",
                            Fix.instead(situation.statement().with(span(temporary.get()), ""))))
                    .toList();
        }
        boolean shortLived = kind.filter(k -> k == Relation.Kind.TEMPORARY_TABLE || k == Relation.Kind.UNLOGGED_TABLE)
                .isPresent();
        boolean alike = parent.filter(
                        p -> p.options().has(UNLOGGED) == child.options().has(UNLOGGED))
                .isPresent();
        if (!shortLived || alike) {
            return List.of();
        }
        Optional<Change> lasting = parent.filter(p -> p.options().has(UNLOGGED))
                .map(p -> new Change.AlterOptions(
                        p.name(), p.options(), p.options().without(UNLOGGED)));
        return List.of(Explanation.of(
                Cause.PARENT_IS_NOT_PERMANENT,
                situation.parent(clause) + " is "
                        + kind.map(Relation.Kind::text).orElse("") + ", and " + child.name()
                        + ", which references it, is permanent",
                "Reference a table that stays.",
                lasting.map(situation::ddl).map(Fix::before).orElse(Fix.none())));
    }

    private static Explanation withoutPrimaryKey(Table parent, Explanation differs) {
        return parent.primaryKey().isPresent()
                ? differs
                : new Explanation(
                        differs.cause(),
                        "The statement does not say which columns of " + parent.name()
                                + " the foreign key references, and " + parent.name() + " has no primary key",
                        differs.evidence(),
                        differs.remedy(),
                        differs.fix());
    }

    private static Clause.Span span(Token token) {
        return new Clause.Span(token.start(), token.end());
    }

    private List<String> referenced(Clause.References clause, Table parent) {
        return clause.referenced().isEmpty() && situation.diagnosis().impliesPrimaryKey()
                ? parent.primaryKey().map(PrimaryKey::columns).orElse(List.of())
                : situation.columns(parent, clause.referenced());
    }

    private List<Explanation> rules(ForeignKey key, Table child, Table parent, ForeignKeyFixes fixes) {
        Table wish = child.withForeignKeys(List.of(key));
        List<Problem> problems =
                Preflight.check(situation.canonical(wish), situation.live(), situation.dialect(), situation.server());
        return problems.stream()
                .filter(p -> CAUSES.containsKey(p.code()) && p.columns().equals(key.columns()))
                .map(p -> fixes.fixed(CAUSES.getOrDefault(p.code(), Cause.UNKNOWN), p, key))
                .flatMap(e -> Stream.of(
                        e.cause() == Cause.PARENT_NOT_UNIQUE
                                ? e.seen(List.of(parent.name() + " has " + keys(parent)))
                                        .seen(new UniqueIndexes(parent).unreferenceable(key.referencedColumns()))
                                        .seen(duplicates(parent, key))
                                : e))
                .toList();
    }

    private List<String> duplicates(Table parent, ForeignKey key) {
        boolean there = situation.schema().table(parent.name()).isPresent();
        return there ? new RowSql(situation).told(parent, key.referencedColumns()) : List.of();
    }

    private static String keys(Table table) {
        List<String> keys = Stream.concat(
                        table.primaryKey().stream().map(Described::of),
                        table.uniqueKeys().stream().map((UniqueKey k) -> Described.of(k)))
                .toList();
        return keys.isEmpty() ? "no key at all" : String.join(", ", keys);
    }

    /** What is known where everything seems to be in order; nothing if the statement adds no foreign key. */
    public List<Explanation> nothingWrong() {
        boolean definition = situation.reported().contains(Cause.TYPE_DIFFERS)
                || situation.reported().contains(Cause.PARENT_NOT_UNIQUE)
                || situation.reported().contains(Cause.PARENT_TABLE_MISSING);
        return situation
                .statement()
                .clauses(Clause.References.class)
                .filter(r -> definition)
                .map(r -> differing(r)
                        .orElseGet(() -> Explanation.of(
                                Cause.UNKNOWN,
                                "The server refuses the foreign key to " + situation.parent(r)
                                        + ", but tables, columns, types, keys and options are as it needs them",
                                "Look at the warnings and the log of the server, right after the statement.",
                                Fix.none())))
                .toList();
    }

    /** Where the error says that it is the types and no rule of ours knows these: that they differ. */
    private Optional<Explanation> differing(Clause.References clause) {
        Optional<Table> parent = situation.schema().table(situation.parent(clause));
        if (subject.isEmpty()
                || parent.isEmpty()
                || !situation.reported().contains(Cause.TYPE_DIFFERS)
                || situation.reported().contains(Cause.PARENT_NOT_UNIQUE)) {
            return Optional.empty();
        }
        List<String> columns = situation.columns(subject.get(), clause.columns());
        List<String> referenced = referenced(clause, parent.get());
        for (int i = 0; i < Math.min(columns.size(), referenced.size()); i++) {
            Optional<Column> own = subject.get().column(columns.get(i));
            Optional<Column> other = parent.get().column(referenced.get(i));
            if (own.isPresent()
                    && other.isPresent()
                    && !own.get().type().equals(other.get().type())) {
                return Optional.of(Explanation.of(
                        Cause.TYPE_DIFFERS,
                        subject.get().name() + "." + columns.get(i) + " is "
                                + own.get().type().describe() + ", but "
                                + parent.get().name() + "." + referenced.get(i) + ", which it references, is "
                                + other.get().type().describe(),
                        "Give both columns the same type.",
                        Fix.none()));
            }
        }
        return Optional.empty();
    }
}
