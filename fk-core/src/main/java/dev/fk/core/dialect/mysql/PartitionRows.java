package dev.fk.core.dialect.mysql;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The rows of {@code information_schema.partitions} about one table, put together to the clause they come from. */
final class PartitionRows {
    private PartitionRows() {}

    /** What follows PARTITION BY. */
    static String clause(List<Row> rows) {
        Map<String, List<Row>> partitions = new LinkedHashMap<>();
        rows.forEach(r -> partitions
                .computeIfAbsent(r.text(Label.P), p -> new ArrayList<>())
                .add(r));
        Row first = rows.get(0);
        StringBuilder sql = new StringBuilder(first.text(Label.METHOD) + " (" + first.text(Label.EXPRESSION) + ")");
        int parts = partitions.values().iterator().next().size();
        if (first.get(Label.SUBMETHOD).isPresent()) {
            sql.append(" SUBPARTITION BY ")
                    .append(first.text(Label.SUBMETHOD))
                    .append(" (")
                    .append(first.text(Label.SUBEXPRESSION))
                    .append(") SUBPARTITIONS ")
                    .append(parts);
        }
        if (isCounted(first, partitions)) {
            return sql.append(" PARTITIONS ").append(partitions.size()).toString();
        }
        List<String> definitions = new ArrayList<>();
        partitions.forEach((name, own) -> definitions.add(definition(name, own.get(0))));
        return sql.append(" (")
                .append(String.join(", ", definitions))
                .append(")")
                .toString();
    }

    /** HASH and KEY with the names that the server gives: only their number was declared. */
    private static boolean isCounted(Row first, Map<String, List<Row>> partitions) {
        int i = 0;
        boolean counted = first.get(Label.BOUND).isEmpty();
        for (String name : partitions.keySet()) {
            counted &= name.equals("p" + i++);
        }
        return counted;
    }

    private static String definition(String name, Row row) {
        Optional<String> bound = row.get(Label.BOUND);
        String values = "";
        if (bound.isPresent() && row.text(Label.METHOD).startsWith("RANGE")) {
            boolean all =
                    bound.get().equals("MAXVALUE") && !row.text(Label.METHOD).endsWith("COLUMNS");
            values = " VALUES LESS THAN " + (all ? bound.get() : "(" + bound.get() + ")");
        } else if (bound.isPresent()) {
            values = " VALUES IN (" + bound.get() + ")";
        }
        String comment = row.text(Label.COMMENT);
        return "PARTITION " + Identifiers.quote(name) + values
                + (comment.isEmpty() ? "" : " COMMENT = " + SqlText.literal(comment));
    }
}
