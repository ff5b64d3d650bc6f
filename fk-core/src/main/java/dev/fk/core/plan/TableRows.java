package dev.fk.core.plan;

import dev.fk.core.dialect.RowRules;
import dev.fk.core.schema.PrimaryKey;
import dev.fk.core.schema.Table;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The rows of a table at one point of a plan, in terms of those that are there before it runs.
 *
 * @param now the table as the plan has made it so far
 * @param live the table whose rows these are; absent if the plan has made the table, so that it has none
 * @param values what is known of each column; a column of which nothing is known is missing
 */
record TableRows(Table now, Optional<Table> live, Map<String, Value> values) {
    /**
     * SQL over the live table for the value of a column.
     *
     * @param exact whether it is the value; otherwise a conversion has changed it, and it only tells whether there is one
     */
    record Value(String sql, boolean exact) {}

    TableRows {
        values = Map.copyOf(values);
    }

    static TableRows of(Table live, RowRules rules) {
        return new TableRows(
                live,
                Optional.of(live),
                live.columnNames().stream().collect(Collectors.toMap(c -> c, c -> new Value(rules.quote(c), true))));
    }

    static TableRows none(Table created) {
        return new TableRows(created, Optional.empty(), Map.of());
    }

    boolean isEmpty() {
        return live.isEmpty();
    }

    TableRows with(Table table) {
        return new TableRows(table, live, values);
    }

    TableRows with(Table table, String column, Optional<Value> value) {
        Map<String, Value> others = new LinkedHashMap<>(values);
        others.remove(column);
        value.ifPresent(v -> others.put(column, v));
        return new TableRows(table, live, others);
    }

    /** Whether the values of these columns are known. */
    boolean knows(List<String> columns) {
        return columns.stream().allMatch(c -> value(c).filter(Value::exact).isPresent());
    }

    /** Whether it is known in which rows this column is NULL: no conversion makes a NULL of a value, or the reverse. */
    boolean knowsNulls(String column) {
        return values.containsKey(column);
    }

    Optional<Value> value(String column) {
        return Optional.ofNullable(values.get(column));
    }

    /** Whether no column is mentioned in the SQL text whose value is not known; rather no than a wrong yes. */
    boolean knowsAllIn(String sql) {
        return knows(mentionedIn(sql));
    }

    /** Whether these columns stand in the live table under their own names, with the values that they have now. */
    boolean areAsStored(Collection<String> columns, RowRules rules) {
        return columns.stream().allMatch(c -> value(c).map(Value::sql).equals(Optional.of(rules.quote(c))));
    }

    /** Whether the plan adds this column, so that each row has the same in it. */
    boolean isNew(String column, RowRules rules) {
        Table there = live.orElseThrow();
        return value(column)
                .filter(v -> there.columnNames().stream().noneMatch(c -> v.sql().contains(rules.quote(c))))
                .isPresent();
    }

    /**
     * What stands behind FROM, under the name that {@link #qualifier} gives.
     *
     * @param needed the columns that are asked for
     */
    String from(RowRules rules, Extent extent, Collection<String> needed) {
        Table there = live.orElseThrow();
        String rows = extent.of(there, rules);
        if (!areAsStored(needed, rules)) {
            String columns = needed.stream()
                    .distinct()
                    .flatMap(c -> value(c).map(v -> v.sql() + " AS " + rules.quote(c)).stream())
                    .collect(Collectors.joining(", "));
            return "(SELECT " + columns + " FROM " + rows + ") AS " + qualifier(rules);
        }
        return there.name().name().equals(now.name().name()) ? rows : rows + " AS " + qualifier(rules);
    }

    /** The columns that may be meant by a name in the SQL text. */
    List<String> mentionedIn(String sql) {
        String text = sql.toLowerCase(Locale.ROOT);
        return now.columnNames().stream()
                .filter(c -> text.contains(c.toLowerCase(Locale.ROOT)))
                .toList();
    }

    String qualifier(RowRules rules) {
        return rules.quote(now.name().name());
    }

    /** The columns that now hold the primary key of the live table; none if it has none, or not all are left. */
    List<String> key(RowRules rules) {
        List<String> wanted =
                live.flatMap(Table::primaryKey).map(PrimaryKey::columns).orElse(List.of());
        List<String> found = new ArrayList<>();
        for (String name : wanted) {
            now.columnNames().stream()
                    .filter(c -> value(c).filter(v -> v.sql().equals(rules.quote(name)))
                            .isPresent())
                    .findFirst()
                    .ifPresent(found::add);
        }
        return found.size() == wanted.size() ? found : List.of();
    }
}
