package dev.fk.core.explain.partition;

import dev.fk.core.dialect.Cause;
import dev.fk.core.dialect.Sql;
import dev.fk.core.explain.Explanation;
import dev.fk.core.explain.Fix;
import dev.fk.core.explain.row.WrittenValues;
import dev.fk.core.explain.situation.RowSql;
import dev.fk.core.explain.situation.Situation;
import dev.fk.core.explain.statement.Clause;
import dev.fk.core.explain.statement.Statement;
import dev.fk.core.explain.statement.TableWord;
import dev.fk.core.schema.Column;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.schema.Table;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Rows that no partition of their table takes, or not the one that they are written to. */
record PartitionCauses(Situation situation) {
    private static final String BOUND = "partition bound";
    private static final String REFUSED_BY_CHECK = "23514";
    private static final int NO_PARTITION = 1526;

    List<Explanation> find() {
        return isMeant() && situation.statement().changesRows()
                ? situation.statement().table().flatMap(situation::table).stream()
                        .flatMap(t -> (t.partitionedBy().isPresent() ? Optional.of(nowhere(t)) : elsewhere(t)).stream())
                        .toList()
                : List.of();
    }

    /** PostgreSQL names no constraint; MySQL and MariaDB have a number for it. */
    private boolean isMeant() {
        return situation.error().state().equals(REFUSED_BY_CHECK)
                ? situation.error().fields().constraint().isEmpty()
                : situation.error().code() == NO_PARTITION;
    }

    private List<Table> parts(QualifiedName whole) {
        return situation.schema().tables().values().stream()
                .filter(t -> situation.dialect().parents(t).contains(whole))
                .toList();
    }

    private Explanation nowhere(Table table) {
        List<Table> parts = parts(table.name());
        Stream<String> by = table.partitionedBy().map(b -> table.name() + " is partitioned by " + b).stream();
        Stream<String> those = parts.stream()
                .map(p -> p.name() + p.options().get(BOUND).map(b -> ": " + b).orElse(""));
        PartitionBound any = new PartitionBound(situation, table, "");
        List<Map<String, String>> rows = rows(any.columns());
        // Parts that are no tables of their own, as those of MySQL, are not asked.
        boolean told = !parts.isEmpty() || rows.size() == 1;
        Optional<String> values = rows.stream()
                .filter(row -> told && parts.stream().allMatch(p -> surelyNot(table, p, row)))
                .map(row -> RowSql.values(
                        any.columns(),
                        any.columns().stream()
                                .map(row::get)
                                .map(Objects::requireNonNull)
                                .toList()))
                .findFirst();
        return Explanation.of(
                        Cause.CHECK_VIOLATED,
                        table.name() + " has no partition for "
                                + values.map(v -> "the row with " + v).orElse("a row of the statement"),
                        "Make a partition that takes it, or write another value.",
                        Fix.none())
                .seen(Stream.concat(by, those).toList());
    }

    /** Those that say all of these columns. */
    private List<Map<String, String>> rows(List<String> columns) {
        return columns.isEmpty()
                ? List.of()
                : situation.statement().table().flatMap(situation::table).stream()
                        .flatMap(t -> new WrittenValues(situation, t).rows().stream())
                        .filter(row -> row.keySet().containsAll(columns))
                        .toList();
    }

    private boolean surelyNot(Table whole, Table part, Map<String, String> row) {
        return answer(whole, part, row).filter(belongs -> !belongs).isPresent();
    }

    /** Empty where a value cannot be compared as it is written. */
    private Optional<Boolean> answer(Table whole, Table part, Map<String, String> row) {
        return PartitionBound.of(situation, whole, part)
                .flatMap(b -> b.condition(c -> "CAST(" + row.get(c) + " AS "
                        + situation
                                .diagnosis()
                                .sql(whole.column(c).map(Column::type).orElseThrow()) + ")"))
                .flatMap(c -> new RowSql(situation).answer(new Sql("SELECT CASE WHEN " + c + " THEN 1 ELSE 0 END")))
                .map(rows -> rows.get(0).get(0).equals("1"));
    }

    /** PostgreSQL, of a row that is written to a part directly. */
    private Optional<Explanation> elsewhere(Table part) {
        Optional<Table> whole = situation.dialect().isPartition(part)
                ? situation.dialect().parents(part).stream()
                        .flatMap(p -> situation.schema().table(p).stream())
                        .findFirst()
                : Optional.empty();
        return whole.map(w -> {
            List<Map<String, String>> outside = rows(new PartitionBound(situation, w, "").columns()).stream()
                    .filter(row -> surelyNot(w, part, row))
                    .toList();
            List<Table> right = parts(w.name()).stream()
                    .filter(p -> !outside.isEmpty()
                            && outside.stream()
                                    .allMatch(row -> answer(w, p, row).orElse(false)))
                    .toList();
            TableWord word = situation.statement().table().orElseThrow();
            boolean inserts = situation.statement().kind() == Statement.Kind.INSERT;
            return Explanation.of(
                            Cause.CHECK_VIOLATED,
                            "A row of the statement does not belong to " + part.name() + ", a part of " + w.name()
                                    + right.stream()
                                            .findFirst()
                                            .map(p -> ", but to " + p.name())
                                            .orElse(""),
                            "Write to " + w.name() + ", which finds the part.",
                            right.isEmpty() || !inserts
                                    ? Fix.none()
                                    : Fix.instead(situation
                                            .statement()
                                            .with(
                                                    new Clause.Span(word.start(), word.end()),
                                                    situation.diagnosis().quote(w.name()))))
                    .seen(part.options().get(BOUND).map(b -> part.name() + ": " + b).stream()
                            .toList());
        });
    }
}
