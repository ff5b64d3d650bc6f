package dev.fk.core.migration;

import dev.fk.core.dialect.RowRules;
import dev.fk.core.dialect.Sql;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.schema.Schema;
import dev.fk.core.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A call that changes rows.
 *
 * @param rows what is inserted, or the one row of new values
 * @param where which rows: those that have these values, all of them
 * @param opposite what takes it back, where that is known
 */
record DataCall(
        Kind kind,
        QualifiedName table,
        List<SortedMap<String, DataValue>> rows,
        SortedMap<String, DataValue> where,
        Optional<DataCall> opposite) {
    DataCall(
            Kind kind,
            QualifiedName table,
            List<SortedMap<String, DataValue>> rows,
            SortedMap<String, DataValue> where) {
        this(kind, table, rows, where, Optional.empty());
    }

    /** Gives a value to the rows that have another one, when none had the new one before. */
    static DataCall replacing(QualifiedName table, String column, String from, String to) {
        DataCall back =
                new DataCall(Kind.UPDATE, table, List.of(values(Map.of(column, from))), values(Map.of(column, to)));
        return new DataCall(Kind.UPDATE, table, List.of(back.where), back.rows.get(0), Optional.of(back));
    }

    /** What is done with the rows. */
    enum Kind {
        INSERT,
        UPDATE,
        DELETE
    }

    DataCall {
        rows = List.copyOf(rows);
        if (kind != Kind.DELETE && (rows.isEmpty() || rows.stream().anyMatch(SortedMap::isEmpty))) {
            throw new IllegalArgumentException("There is no value to give to a row of " + table + ".");
        }
        if (kind != Kind.INSERT && where.isEmpty()) {
            throw new IllegalArgumentException(
                    "Which rows of " + table + "? Every row is meant only by SQL of your own:" + " q.sql(…).");
        }
    }

    static SortedMap<String, DataValue> values(Map<String, ?> values) {
        SortedMap<String, DataValue> sorted = new TreeMap<>();
        values.forEach((column, value) -> sorted.put(column, DataValue.of(column, value)));
        return sorted;
    }

    /** The same wherever it runs. */
    String text() {
        return kind + " " + table + " " + rows + " where " + where;
    }

    /**
     * @throws MigrationException if table or columns are not there
     */
    void refuseUnknown(Schema schema) {
        Table there = Lookup.table(schema, table);
        columns().forEach(c -> Lookup.column(there, c));
        where.keySet().forEach(c -> Lookup.column(there, c));
    }

    private SortedSet<String> columns() {
        SortedSet<String> all = new TreeSet<>();
        rows.forEach(r -> all.addAll(r.keySet()));
        return all;
    }

    Sql sql(RowRules rules) {
        String name = rules.quote(table);
        return new Sql(
                switch (kind) {
                    case INSERT -> "INSERT INTO " + name + inserted(rules);
                    case UPDATE -> "UPDATE " + name + " SET " + assigned(rules) + condition(rules);
                    case DELETE -> "DELETE FROM " + name + condition(rules);
                });
    }

    private String inserted(RowRules rules) {
        SortedSet<String> columns = columns();
        List<String> lines = new ArrayList<>();
        for (SortedMap<String, DataValue> row : rows) {
            lines.add(columns.stream()
                    .map(c -> Optional.ofNullable(row.get(c))
                            .map(v -> v.sql(rules))
                            .orElse("DEFAULT"))
                    .collect(Collectors.joining(", ", "(", ")")));
        }
        return columns.stream().map(rules::quote).collect(Collectors.joining(", ", " (", ")")) + " VALUES "
                + String.join(", ", lines);
    }

    private String assigned(RowRules rules) {
        return rows.get(0).entrySet().stream()
                .map(e -> rules.quote(e.getKey()) + " = " + e.getValue().sql(rules))
                .collect(Collectors.joining(", "));
    }

    private String condition(RowRules rules) {
        return where.entrySet().stream()
                .map(e -> rules.quote(e.getKey())
                        + (e.getValue().isNull()
                                ? " IS NULL"
                                : " = " + e.getValue().sql(rules)))
                .collect(Collectors.joining(" AND ", " WHERE ", ""));
    }
}
