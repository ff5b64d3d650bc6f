package dev.fk.core.explain.definition;

import dev.fk.core.dialect.Cause;
import dev.fk.core.explain.Explanation;
import dev.fk.core.explain.Fix;
import dev.fk.core.explain.situation.Situation;
import dev.fk.core.explain.situation.Subject;
import dev.fk.core.explain.statement.Clause;
import dev.fk.core.explain.statement.Statement;
import dev.fk.core.schema.Table;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** More columns than a table or key of PostgreSQL has; how many that are, the server says. */
record TooManyCauses(Situation situation) {
    private static final String TOO_MANY = "54011";

    List<Explanation> find() {
        Optional<Long> limit = situation.error().state().equals(TOO_MANY)
                ? situation.error().numbers().stream().max(Comparator.naturalOrder())
                : Optional.empty();
        return limit.stream()
                .flatMap(l -> Stream.concat(
                        keys(l), new Subject(situation).table().stream().flatMap(t -> columns(t, l))))
                .toList();
    }

    private Stream<Explanation> keys(long limit) {
        return situation
                .statement()
                .clauses(Clause.Key.class)
                .filter(k -> k.columns().size() > limit)
                .map(k -> Explanation.of(
                        Cause.TABLE_NOT_POSSIBLE,
                        "A key or index over " + k.columns().size() + " columns is too much for " + situation.server()
                                + ", which has up to " + limit + " in one",
                        "Index those by which rows are found; of keys, let a hash over the columns be one.",
                        Fix.none()));
    }

    /** A column that was dropped keeps its number for ever. */
    private Stream<Explanation> columns(Table table, long limit) {
        boolean there = situation.statement().kind() == Statement.Kind.ALTER_TABLE;
        int number = table.columns().size();
        boolean more = number > limit;
        boolean longer = situation
                .statement()
                .clauses(Clause.Key.class)
                .anyMatch(k -> k.columns().size() > limit);
        return (!more && !there) || longer
                ? Stream.of()
                : Stream.of(Explanation.of(
                        Cause.TABLE_NOT_POSSIBLE,
                        table.name() + " would have " + number + " columns"
                                + (more ? "" : ", and those that were dropped count as well")
                                + "; " + situation.server() + " has up to " + limit + " in a table",
                        more ? "Divide it into tables with the same key." : "Create the table anew, and move the rows.",
                        Fix.none()));
    }
}
