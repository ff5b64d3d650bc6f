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
import dev.fk.core.schema.Constraint;
import dev.fk.core.schema.ForeignKey;
import dev.fk.core.schema.Index;
import dev.fk.core.schema.KeyColumns;
import dev.fk.core.schema.Table;
import dev.fk.core.script.Token;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** An index that should go, where the statement does not say of which table: it may be that of a key, or none. */
record IndexOfSchema(Situation situation) {
    List<Explanation> find(Clause.Drop drop) {
        return drop.name().stream()
                .flatMap(w -> situation.reported().contains(Cause.CONSTRAINT_MISSING)
                        ? missing(w)
                        : Stream.concat(parts(w), keys(w)).limit(1))
                .toList();
    }

    /** The index that a part has because the whole has it. */
    private Stream<Explanation> parts(Token word) {
        return situation.schema().tables().values().stream()
                .filter(situation.dialect()::isPartition)
                .flatMap(t -> t.constraints()
                        .filter(c -> c.name().filter(word.text()::equals).isPresent())
                        .flatMap(c -> ofWhole(t, c).stream()));
    }

    private Optional<Explanation> ofWhole(Table part, Constraint index) {
        return situation.dialect().parents(part).stream()
                .flatMap(p -> situation.schema().table(p).stream())
                .flatMap(w -> w.constraints()
                        .filter(c -> Described.of(c).equals(Described.of(index)))
                        .map(c -> Explanation.of(
                                Cause.IN_USE,
                                index.name().orElse("") + " is " + Described.of(index) + " of " + part.name()
                                        + ", a part of " + w.name() + ", which has it as "
                                        + c.name().orElse(""),
                                "Drop that of " + w.name()
                                        + ", if that is meant: it goes on all parts, and on no single one.",
                                Fix.none())))
                .findFirst();
    }

    private Stream<Explanation> keys(Token word) {
        return situation.schema().tables().values().stream().flatMap(t -> t.constraints()
                .filter(c -> !(c instanceof Index) && !(c instanceof ForeignKey))
                .filter(c -> c.name().filter(word.text()::equals).isPresent())
                .filter(c -> !isReferenced(t, c))
                .map(c -> ofKey(t, c)));
    }

    /** Then the foreign keys are in the way first, and said elsewhere. */
    private boolean isReferenced(Table table, Constraint key) {
        return situation.referencing(table.name()).stream()
                .anyMatch(o -> o.key().referencedColumns().equals(KeyColumns.of(key)));
    }

    private Explanation ofKey(Table table, Constraint key) {
        List<Sql> drop = situation.ddl(key.accept(new DropOf(table.name())));
        return Explanation.of(
                Cause.IN_USE,
                key.name().orElse("") + " is " + Described.of(key) + " of " + table.name()
                        + ", whose index goes and comes with it",
                "Drop the constraint, if that is meant.",
                drop.size() == 1 ? Fix.instead(drop.get(0).text()) : Fix.none());
    }

    private Stream<Explanation> missing(Token word) {
        List<String> names = situation.schema().tables().values().stream()
                .flatMap(t -> t.indexes().stream())
                .flatMap(i -> i.name().stream())
                .sorted()
                .toList();
        return names.contains(word.text())
                ? Stream.of()
                : Stream.of(situation.replaced(
                        Cause.CONSTRAINT_MISSING,
                        "There is no index " + word.text(),
                        word,
                        Meant.near(word, names),
                        "indexes: " + (names.isEmpty() ? "none" : String.join(", ", names))));
    }
}
