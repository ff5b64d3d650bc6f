package dev.fk.core.explain.partition;

import dev.fk.core.dialect.Cause;
import dev.fk.core.dialect.Sql;
import dev.fk.core.explain.Explanation;
import dev.fk.core.explain.Fix;
import dev.fk.core.explain.name.MissingCauses;
import dev.fk.core.explain.situation.RowSql;
import dev.fk.core.explain.situation.Situation;
import dev.fk.core.explain.statement.Clause;
import dev.fk.core.explain.statement.Statement;
import dev.fk.core.explain.statement.TableWord;
import dev.fk.core.schema.Column;
import dev.fk.core.schema.Generation;
import dev.fk.core.schema.Table;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What keeps a new part of a table from having the rows that it should have: other parts, or rows. */
record BoundCauses(Situation situation) {
    List<Explanation> find() {
        boolean creates = situation.statement().kind() == Statement.Kind.CREATE_TABLE;
        return situation.statement().clauses(Clause.Part.class).limit(1).toList().stream()
                .flatMap(clause -> {
                    TableWord word = creates
                            ? clause.other()
                            : situation.statement().table().orElseThrow();
                    return creates && situation.table(word).isEmpty()
                            ? new MissingCauses(situation).table(word).stream()
                            : situation.table(word).stream().flatMap(whole -> explained(whole, clause, creates));
                })
                .toList();
    }

    private Stream<Explanation> explained(Table whole, Clause.Part clause, boolean creates) {
        PartitionBound bound = new PartitionBound(
                situation, whole, situation.statement().text(clause.bound()).strip());
        List<Table> parts = situation.schema().tables().values().stream()
                .filter(t -> situation.dialect().parents(t).contains(whole.name()))
                .toList();
        Stream<Explanation> unfit =
                situation.reported().contains(Cause.PART_UNFIT) ? meeting(bound, parts) : Stream.of();
        Stream<Explanation> rows = situation.reported().contains(Cause.CHECK_VIOLATED)
                ? Stream.concat(
                        creates ? Stream.of() : outside(situation.table(clause.other()), bound),
                        parts.stream().flatMap(p -> heldByDefault(p, bound)))
                : Stream.of();
        return Stream.concat(unfit, rows);
    }

    /** Which part it meets, the server says; where it says none, there is nothing between the bounds. */
    private Stream<Explanation> meeting(PartitionBound bound, List<Table> parts) {
        List<String> own = situation
                .statement()
                .clauses(Clause.Part.class)
                .map(c -> c.other().name().text())
                .toList();
        List<Table> met = parts.stream()
                .filter(p -> situation.says(p.name().name())
                        && !own.contains(p.name().name()))
                .toList();
        boolean empty =
                met.isEmpty() && bound.isRange() && situation.error().state().equals("42P17");
        if (bound.whole().partitionedBy().isEmpty()) {
            return Stream.of();
        }
        if (!bound.fitsWhole()) {
            return Stream.of(unfit(
                    bound.whole().name() + " is partitioned by "
                            + bound.whole().partitionedBy().orElse("")
                            + ", and " + bound.text() + " is no bound of that kind",
                    "Write FROM … TO … for RANGE, IN … for LIST, WITH (MODULUS …, REMAINDER …) for HASH."));
        }
        Explanation nothing = unfit(
                "No row is in " + bound.text() + ": what stands behind TO is not in it, and it has to be more than what"
                        + " stands behind FROM",
                "Write bounds with something between them.");
        return empty
                ? Stream.of(nothing)
                : met.stream().map(p -> unfit(
                                bound.text() + " is not free in "
                                        + bound.whole().name() + ": " + p.name() + " has some of these rows or all",
                                "Write bounds that no other part has, or detach that one first.")
                        .seen(PartitionBound.of(situation, bound.whole(), p).stream()
                                .map(b -> p.name() + ": " + b.text())
                                .toList()));
    }

    private static Explanation unfit(String fact, String remedy) {
        return Explanation.of(Cause.PART_UNFIT, fact, remedy, Fix.none());
    }

    private Stream<Explanation> outside(Optional<Table> part, PartitionBound bound) {
        RowSql rows = new RowSql(situation);
        return part.stream().flatMap(p -> bound.condition().stream()
                .map(c -> "NOT COALESCE(" + c + ", FALSE)")
                .filter(c -> rows.number(p, c) > 0)
                .map(c -> Explanation.of(
                                Cause.CHECK_VIOLATED,
                                "Rows of " + p.name() + " are not in " + bound.text()
                                        + ", which are those that it is to have",
                                "Move or change these rows first, or write bounds that they are in.",
                                Fix.none())
                        .seen(rows.seen(p, bound.columns(), c, "outside"))));
    }

    /** Rows that the part for all others has, and that would belong to the new one. */
    private Stream<Explanation> heldByDefault(Table other, PartitionBound bound) {
        boolean rest = PartitionBound.of(situation, bound.whole(), other)
                .filter(PartitionBound::isDefault)
                .isPresent();
        RowSql rows = new RowSql(situation);
        return bound
                .condition()
                .filter(c -> rest && rows.number(other, c) > 0)
                .map(c -> Explanation.of(
                                Cause.CHECK_VIOLATED,
                                other.name() + ", which has the rows of no other part, has some of " + bound.text(),
                                "Move them while " + other.name() + " is detached.",
                                moved(bound.whole(), other, c))
                        .seen(rows.seen(other, bound.columns(), c, "that belong to the new part")))
                .stream();
    }

    private Fix moved(Table whole, Table other, String condition) {
        if (!situation.referencing(whole.name()).isEmpty()
                || !situation.referencing(other.name()).isEmpty()) {
            return Fix.none();
        }
        String from = situation.diagnosis().quote(other.name());
        String to = situation.diagnosis().quote(whole.name());
        List<Column> written = whole.columns().stream()
                .filter(c -> !(c.generation() instanceof Generation.Computed))
                .toList();
        String columns = situation.quoted(written.stream().map(Column::name).toList());
        boolean counts = written.stream().anyMatch(c -> c.generation() instanceof Generation.Identity);
        String overriding =
                counts ? situation.diagnosis().overriding().map(o -> " " + o).orElse("") : "";
        return Fix.around(
                List.of(new Sql("ALTER TABLE " + to + " DETACH PARTITION " + from)),
                List.of(
                        new Sql("INSERT INTO " + to + " (" + columns + ")" + overriding + " SELECT " + columns
                                + " FROM " + from + " WHERE " + condition),
                        new Sql("DELETE FROM " + from + " WHERE " + condition),
                        new Sql("ALTER TABLE " + to + " ATTACH PARTITION " + from + " DEFAULT")));
    }
}
