package dev.fk.core.explain;

import dev.fk.core.dialect.Cause;
import dev.fk.core.schema.Table;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Rows that no partition of their table takes. */
record PartitionCauses(Situation situation) {
    private static final String PARTITION_BY = "partition by";
    private static final String BOUND = "partition bound";
    private static final String REFUSED_BY_CHECK = "23514";
    private static final int NO_PARTITION = 1526;

    List<Explanation> find() {
        return isMeant() && situation.statement().changesRows()
                ? situation.statement().table().flatMap(situation::table).stream()
                        .map(this::explanation)
                        .toList()
                : List.of();
    }

    /** PostgreSQL names no constraint; MySQL and MariaDB have a number for it. */
    private boolean isMeant() {
        return situation.error().state().equals(REFUSED_BY_CHECK)
                ? situation.error().fields().constraint().isEmpty()
                : situation.error().code() == NO_PARTITION;
    }

    private Explanation explanation(Table table) {
        List<Table> parts = situation.schema().tables().values().stream()
                .filter(t -> situation.dialect().parents(t).contains(table.name()))
                .toList();
        Optional<String> by = table.options().get(PARTITION_BY);
        List<String> seen = parts.isEmpty()
                ? by.map(b -> table.name() + " is partitioned by " + b).stream().toList()
                : Stream.concat(
                                by.map(b -> table.name() + " is partitioned by " + b).stream(),
                                parts.stream()
                                        .map(p -> p.name()
                                                + p.options()
                                                        .get(BOUND)
                                                        .map(b -> ": " + b)
                                                        .orElse("")))
                        .toList();
        return Explanation.of(
                        Cause.CHECK_VIOLATED,
                        table.name() + " has no partition for a row of the statement",
                        "Make a partition that takes it, or write another value.",
                        Fix.none())
                .seen(seen);
    }
}
