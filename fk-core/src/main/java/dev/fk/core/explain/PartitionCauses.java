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

    List<Explanation> find() {
        String said = situation.error().message();
        boolean none = said.contains("no partition of relation") || said.contains("has no partition for value");
        return none && situation.statement().changesRows()
                ? situation.statement().table().flatMap(situation::table).stream()
                        .map(this::explanation)
                        .toList()
                : List.of();
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
