package dev.fk.core.explain.name;

import dev.fk.core.dialect.Cause;
import dev.fk.core.dialect.Sql;
import dev.fk.core.diff.DropOf;
import dev.fk.core.explain.Explanation;
import dev.fk.core.explain.Fix;
import dev.fk.core.explain.situation.Described;
import dev.fk.core.explain.situation.Meant;
import dev.fk.core.explain.situation.Situation;
import dev.fk.core.explain.statement.Clause;
import dev.fk.core.schema.Check;
import dev.fk.core.schema.Constraint;
import dev.fk.core.schema.ForeignKey;
import dev.fk.core.schema.Index;
import dev.fk.core.schema.Table;
import dev.fk.core.script.Token;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A constraint or index of a table that should go and that the table does not have under this name. */
record MissingName(Situation situation, Table table, Clause.Drop.Kind kind, Token word) {
    List<Explanation> find() {
        if (named().anyMatch(this::isOfKind)) {
            return List.of();
        }
        Optional<Constraint> other = named().findFirst();
        boolean key = kind == Clause.Drop.Kind.FOREIGN_KEY && onColumn().isPresent();
        return List.of(other.isPresent() && !key ? ofOtherKind(other.get()) : misspelt());
    }

    private Stream<Constraint> named() {
        return table.constraints()
                .<Constraint>map(c -> c)
                .filter(c -> c.name().filter(word.text()::equalsIgnoreCase).isPresent());
    }

    /** MySQL drops unique keys as constraints and as indexes (9.7.4; MariaDB 11.8.9 too), everything else as one of them. */
    private boolean isOfKind(Constraint constraint) {
        return switch (kind) {
            case FOREIGN_KEY -> constraint instanceof ForeignKey;
            case INDEX -> !(constraint instanceof ForeignKey || constraint instanceof Check);
            case CONSTRAINT -> !(constraint instanceof Index);
            case COLUMN, PRIMARY_KEY -> true;
        };
    }

    private String wanted() {
        return kind == Clause.Drop.Kind.FOREIGN_KEY
                ? "foreign key"
                : kind == Clause.Drop.Kind.INDEX ? "index" : "constraint";
    }

    private Explanation ofOtherKind(Constraint constraint) {
        List<Sql> drops = situation.ddl(constraint.accept(new DropOf(table.name())));
        boolean alone = situation.statement().clauses().size() == 1 && drops.size() == 1;
        return Explanation.of(
                Cause.CONSTRAINT_MISSING,
                table.name() + " has no " + wanted() + " " + word.text() + "; what has this name is "
                        + Described.of(constraint),
                "Drop it as what it is, if that is meant.",
                alone ? Fix.instead(drops.get(0).text()) : Fix.none());
    }

    private Explanation misspelt() {
        List<? extends Constraint> all =
                table.constraints().filter(c -> c.name().isPresent()).toList();
        List<String> names = all.stream()
                .filter(this::isOfKind)
                .flatMap(c -> c.name().stream())
                .sorted()
                .toList();
        String seen = all.stream()
                .map(c -> c.name().orElse("") + ": " + Described.of(c))
                .collect(Collectors.joining(", "));
        String fact = table.name() + " has no " + wanted() + " " + word.text();
        if (all.isEmpty()) {
            return Explanation.of(Cause.CONSTRAINT_MISSING, fact, "Leave it out: there is nothing to drop.", Fix.none())
                    .seen(List.of(table.name() + " has none with a name"));
        }
        return situation.replaced(
                Cause.CONSTRAINT_MISSING,
                fact,
                word,
                onColumn().map(n -> new Meant(List.of(n))).orElseGet(() -> Meant.near(word, names)),
                table.name() + " has " + seen);
    }

    /** Where the name is that of a column: the foreign key on it, if there is only one. */
    private Optional<String> onColumn() {
        List<String> keys = kind == Clause.Drop.Kind.INDEX
                ? List.of()
                : table.foreignKeys().stream()
                        .filter(k -> k.columns().equals(List.of(situation.column(table, word))))
                        .flatMap(k -> k.name().stream())
                        .toList();
        return keys.size() == 1 ? Optional.of(keys.get(0)) : Optional.empty();
    }
}
