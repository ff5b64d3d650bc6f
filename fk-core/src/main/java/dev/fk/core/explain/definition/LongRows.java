package dev.fk.core.explain.definition;

import dev.fk.core.dialect.Cause;
import dev.fk.core.explain.Explanation;
import dev.fk.core.explain.Fix;
import dev.fk.core.explain.situation.Situation;
import dev.fk.core.schema.Column;
import dev.fk.core.schema.Table;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A row that is longer than a page of PostgreSQL, though long texts are kept apart from it. */
record LongRows(Situation situation) {
    /** Where PostgreSQL 15 and 18 refuse it. */
    private static final String FILE = "hio.c";

    private static final int SHOWN = 4;

    List<Explanation> find() {
        List<Long> numbers = situation.error().numbers();
        return situation.error().fields().file().equals(FILE) && numbers.size() == 2
                ? situation.statement().table().flatMap(situation::table).stream()
                        .map(t -> explanation(t, numbers.get(0), numbers.get(1)))
                        .toList()
                : List.of();
    }

    private Explanation explanation(Table table, long size, long limit) {
        Map<String, Long> types = table.columns().stream()
                .collect(Collectors.groupingBy(
                        (Column c) -> c.type().describe(), LinkedHashMap::new, Collectors.counting()));
        String most = types.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .limit(SHOWN)
                .map(e -> e.getValue() + " of " + e.getKey())
                .collect(Collectors.joining(", "));
        return Explanation.of(
                        Cause.VALUES_UNFIT,
                        "A row of " + table.name() + " would have " + size + " bytes, and " + situation.server()
                                + " has up to " + limit + " for one; only long texts are kept apart from it",
                        "Divide it into tables with the same key, or keep what is seldom asked for together in one jsonb.",
                        Fix.none())
                .seen(List.of(table.columns().size() + " columns: " + most));
    }
}
