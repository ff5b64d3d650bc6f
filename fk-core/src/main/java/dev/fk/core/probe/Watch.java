package dev.fk.core.probe;

import dev.fk.core.schema.Column;
import dev.fk.core.schema.DataType;
import dev.fk.core.schema.ForeignKey;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Looks for the referencing row by what the foreign key does not touch. */
final class Watch {
    private final Stage stage;
    private final Situation situation;
    private final String query;
    private final boolean knowsMoved;

    /**
     * @param moved the column of the referenced key that gets a value which is known before
     * @param defaults what the columns of the foreign key default to, as SQL
     */
    Watch(
            Stage stage,
            Situation situation,
            ForeignKey key,
            RowGraph graph,
            Optional<String> moved,
            List<String> defaults) {
        this.stage = stage;
        this.situation = situation;
        this.knowsMoved = moved.isPresent();
        ProbeRow row = graph.child();
        Map<String, String> old = new LinkedHashMap<>();
        Map<String, String> initial = new LinkedHashMap<>();
        for (int i = 0; i < key.columns().size(); i++) {
            old.put(key.columns().get(i), row.literal(key.columns().get(i)));
            initial.put(key.columns().get(i), defaults.get(i));
        }
        Map<String, String> changed = new LinkedHashMap<>(old);
        moved.ifPresent(c -> changed.put(
                key.columns().get(key.referencedColumns().indexOf(c)),
                graph.moved().orElseThrow().literal(c)));
        List<String> nulls =
                graph.moved().isEmpty() && !key.onDeleteColumns().isEmpty() ? key.onDeleteColumns() : key.columns();
        boolean hasDefault = !defaults.stream().allMatch("NULL"::equals);
        query = "SELECT COUNT(*), " + sum(equal(old)) + ", " + sum(equal(changed)) + ", "
                + sum(nulls.stream().map(c -> quote(c) + " IS NULL").collect(Collectors.joining(" AND "))) + ", "
                + (hasDefault ? sum(equal(initial)) : "0") + " FROM "
                + situation.rows().quote(row.table().name()) + " WHERE " + known(row, key);
    }

    /** How many rows there are like the referencing one: in all, with the old key, the new one, NULL, and the default. */
    record Counts(long all, long same, Optional<Long> moved, long none, long initial) {
        Behaviour since(Counts before) {
            if (all < before.all()) {
                return Behaviour.CASCADES;
            }
            if (same >= before.same()) {
                return Behaviour.LEAVES;
            }
            if (initial > before.initial()) {
                return Behaviour.SETS_DEFAULT;
            }
            if (none > before.none()) {
                return Behaviour.SETS_NULL;
            }
            boolean followed = moved.isEmpty() || moved.get() > before.moved().orElse(0L);
            return followed ? Behaviour.CASCADES : Behaviour.CHANGES;
        }
    }

    Counts counts() throws SQLException {
        List<Optional<String>> row = stage.ask(query);
        if (row.isEmpty()) {
            throw new ProbeException("The probe row cannot be looked at: " + query);
        }
        List<Long> numbers =
                row.stream().map(n -> new BigDecimal(n.orElse("0")).longValue()).toList();
        Optional<Long> moved = knowsMoved ? Optional.of(numbers.get(2)) : Optional.empty();
        return new Counts(numbers.get(0), numbers.get(1), moved, numbers.get(3), numbers.get(4));
    }

    private String known(ProbeRow row, ForeignKey key) {
        Map<String, String> values = row.values();
        row.counted().ifPresent(c -> values.put(c, row.literal(c)));
        values.keySet().removeAll(key.columns());
        Optional<List<String>> unique = UniqueColumns.keys(row.table()).stream()
                .filter(k ->
                        k.stream().allMatch(c -> !values.getOrDefault(c, "NULL").equals("NULL")))
                .findFirst();
        unique.ifPresent(k -> values.keySet().retainAll(k));
        values.keySet().removeIf(c -> !isComparable(row.column(c)));
        return values.isEmpty() ? "1 = 1" : equal(values);
    }

    /** Floating numbers are not what was written; some types have no equality at all. */
    private static boolean isComparable(Column column) {
        return !(column.type() instanceof DataType.Json
                || column.type() instanceof DataType.Approximate
                || column.type() instanceof DataType.Other);
    }

    private String equal(Map<String, String> values) {
        return values.entrySet().stream()
                .map(v -> quote(v.getKey()) + (v.getValue().equals("NULL") ? " IS NULL" : " = " + v.getValue()))
                .collect(Collectors.joining(" AND "));
    }

    private String quote(String name) {
        return situation.rows().quote(name);
    }

    private static String sum(String condition) {
        return "COALESCE(SUM(CASE WHEN " + condition + " THEN 1 ELSE 0 END), 0)";
    }
}
