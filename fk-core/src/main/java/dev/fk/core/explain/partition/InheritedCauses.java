package dev.fk.core.explain.partition;

import dev.fk.core.dialect.Cause;
import dev.fk.core.diff.Change;
import dev.fk.core.explain.Explanation;
import dev.fk.core.explain.Fix;
import dev.fk.core.explain.situation.Described;
import dev.fk.core.explain.situation.Situation;
import dev.fk.core.explain.statement.Clause;
import dev.fk.core.explain.statement.Statement;
import dev.fk.core.explain.statement.TableWord;
import dev.fk.core.schema.Check;
import dev.fk.core.schema.Column;
import dev.fk.core.schema.Constraint;
import dev.fk.core.schema.Expression;
import dev.fk.core.schema.PrimaryKey;
import dev.fk.core.schema.Table;
import dev.fk.core.script.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Columns and rules that a table of PostgreSQL has from another, or that tell its parts apart, and that should go or change. */
record InheritedCauses(Situation situation) {
    List<Explanation> find() {
        Optional<Table> table = situation.reported().contains(Cause.INHERITED)
                        && situation.statement().kind() == Statement.Kind.ALTER_TABLE
                ? situation.statement().table().flatMap(situation::table)
                : Optional.empty();
        return table.stream()
                .flatMap(t -> Stream.of(columns(t), constraints(t), aloneAdded(t), nullable(t))
                        .flatMap(List::stream))
                .toList();
    }

    private List<Table> parents(Table table) {
        return situation.dialect().parents(table).stream()
                .flatMap(p -> situation.schema().table(p).stream())
                .toList();
    }

    private List<Explanation> columns(Table table) {
        List<Explanation> found = new ArrayList<>();
        Stream<Token> changed =
                situation.statement().clauses(Clause.ColumnDefinition.class).flatMap(d -> d.old().stream());
        Stream<Token> dropped = situation
                .statement()
                .clauses(Clause.Drop.class)
                .filter(d -> d.kind() == Clause.Drop.Kind.COLUMN)
                .flatMap(d -> d.name().stream());
        Stream.concat(dropped, changed)
                .map(w -> situation.column(table, w))
                .distinct()
                .forEach(c -> {
                    parents(table).stream()
                            .filter(p -> p.column(c).isPresent())
                            .findFirst()
                            .map(p -> ofParent(table, p, "the column " + c))
                            .ifPresent(found::add);
                    table.partitionedBy()
                            .filter(by -> new Expression(by).mayMention(c))
                            .map(by -> Explanation.of(
                                    Cause.INHERITED,
                                    "The parts of " + table.name() + " are told apart by " + c + " (" + by
                                            + "), which neither goes nor changes therefore",
                                    "Create another table, and move the rows.",
                                    Fix.none()))
                            .ifPresent(found::add);
                });
        return found;
    }

    /** The same statement about the parent, if it does not take values away. */
    private Explanation ofParent(Table table, Table parent, String what) {
        boolean drops =
                situation.statement().clauses(Clause.Drop.class).findAny().isPresent();
        TableWord word = situation.statement().table().orElseThrow();
        return Explanation.of(
                Cause.INHERITED,
                table.name() + " has " + what + " from " + parent.name() + ", and it goes or changes only there",
                "Alter " + parent.name() + ": what changes there changes in all that inherit from it.",
                drops
                        ? Fix.none()
                        : Fix.instead(situation
                                .statement()
                                .with(
                                        new Clause.Span(word.start(), word.end()),
                                        situation.diagnosis().quote(parent.name()))));
    }

    private List<Explanation> constraints(Table table) {
        return situation
                .statement()
                .clauses(Clause.Drop.class)
                .filter(d -> d.kind() == Clause.Drop.Kind.CONSTRAINT)
                .flatMap(d -> d.name().stream())
                .flatMap(n -> parents(table).stream()
                        .filter(p -> p.constraints().anyMatch(c -> isFrom(c, n, table)))
                        .map(p -> ofParent(table, p, "the constraint " + n.text())))
                .toList();
    }

    /** Checks have one name in all tables, keys and foreign keys may have others in parts. */
    private static boolean isFrom(Constraint constraint, Token name, Table table) {
        return constraint instanceof Check
                ? constraint.name().filter(name.text()::equals).isPresent()
                : table.constraints()
                        .filter(c -> c.name().filter(name.text()::equals).isPresent())
                        .anyMatch(c -> Described.of(c).equals(Described.of(constraint)));
    }

    /** {@code ALTER TABLE ONLY} of a table that others inherit from. */
    private List<Explanation> aloneAdded(Table table) {
        List<Table> heirs = situation.schema().tables().values().stream()
                .filter(t -> situation.dialect().parents(t).contains(table.name()))
                .toList();
        Optional<Token> only = situation.only();
        return heirs.isEmpty() || only.isEmpty()
                ? List.of()
                : List.of(Explanation.of(
                                Cause.INHERITED,
                                "The statement is about " + table.name() + " ONLY, and others inherit from it",
                                "Leave ONLY out.",
                                Fix.instead(situation.statement().with(only.get(), "")))
                        .seen(heirs.stream()
                                .map(t -> t.name() + " inherits from " + table.name())
                                .toList()));
    }

    /** A column that is NOT NULL for a reason of its own. */
    private List<Explanation> nullable(Table table) {
        return situation
                .statement()
                .clauses(Clause.Nullable.class)
                .map(n -> situation.column(table, n.column()))
                .flatMap(c -> table.column(c).stream())
                .filter(c -> !c.nullable())
                .flatMap(c -> whyNotNull(table, c).stream())
                .toList();
    }

    private Optional<Explanation> whyNotNull(Table table, Column column) {
        Optional<PrimaryKey> key = table.primaryKey().filter(k -> k.columns().contains(column.name()));
        if (key.isPresent()) {
            boolean free = situation.referencing(table.name()).stream()
                    .noneMatch(o -> o.key().referencedColumns().equals(key.get().columns()));
            return Optional.of(Explanation.of(
                    Cause.INHERITED,
                    table.name() + "." + column.name() + " is a part of " + Described.of(key.get())
                            + ", and no primary key has NULL in it",
                    "Leave it NOT NULL; or drop the primary key first" + (free ? ", as here," : "")
                            + " if the table can do without.",
                    free ? Fix.before(situation.ddl(new Change.DropPrimaryKey(table.name(), key.get()))) : Fix.none()));
        }
        return parents(table).stream()
                .filter(p -> p.column(column.name()).filter(c -> !c.nullable()).isPresent())
                .findFirst()
                .map(p -> ofParent(table, p, "NOT NULL on " + column.name()));
    }
}
