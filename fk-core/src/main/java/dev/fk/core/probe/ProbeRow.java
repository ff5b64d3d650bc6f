package dev.fk.core.probe;

import dev.fk.core.schema.Column;
import dev.fk.core.schema.ForeignKey;
import dev.fk.core.schema.Table;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A row that is to be inserted: the values it needs, and the rows it references. */
final class ProbeRow {
    private final Table table;
    /** Which rows it shares its ancestors with. */
    private final int line;

    private final Map<String, Unknown> cells = new LinkedHashMap<>();
    private final Set<String> nulls = new HashSet<>();
    private final Map<ForeignKey, ProbeRow> parents = new HashMap<>();
    private Optional<ProbeRow> same = Optional.empty();
    private Optional<String> counted = Optional.empty();

    ProbeRow(Table table, int line) {
        this.table = table;
        this.line = line;
    }

    Table table() {
        return table;
    }

    int line() {
        return line;
    }

    ProbeRow root() {
        return same.map(ProbeRow::root).orElse(this);
    }

    Column column(String name) {
        return table.column(name)
                .orElseThrow(() -> new IllegalStateException("no column " + name + " in " + table.name()));
    }

    Optional<Unknown> cell(String column) {
        return Optional.ofNullable(root().cells.get(column)).map(Unknown::root);
    }

    /** The value of a column, which it has from now on. */
    Unknown need(String column) {
        ProbeRow row = root();
        row.nulls.remove(column);
        return row.cells
                .computeIfAbsent(column, c -> new Unknown(row, row.column(c)))
                .root();
    }

    void share(String column, Unknown value) {
        root().cells.put(column, value);
        value.root().places().add(new Unknown.Place(root(), column(column)));
    }

    Set<String> columns() {
        return new LinkedHashSet<>(root().cells.keySet());
    }

    void setNull(String column) {
        root().nulls.add(column);
    }

    boolean isNull(String column) {
        return root().nulls.contains(column);
    }

    Map<ForeignKey, ProbeRow> parents() {
        return root().parents;
    }

    void counts(String column) {
        root().counted = Optional.of(column);
    }

    /** The column whose value the server gives. */
    Optional<String> counted() {
        return root().counted;
    }

    /** Two rows that would have the same key are one. */
    void merge(ProbeRow other) {
        ProbeRow one = root();
        ProbeRow two = other.root();
        two.cells.forEach((column, value) -> {
            Unknown own = one.cells.get(column);
            if (own == null) {
                one.cells.put(column, value);
                one.nulls.remove(column);
            } else {
                own.equate(value);
            }
        });
        two.parents.forEach(one.parents::putIfAbsent);
        two.same = Optional.of(one);
    }

    /** The value of a column as SQL. */
    String literal(String column) {
        return cell(column).flatMap(Unknown::literal).orElse("NULL");
    }

    /** What is inserted, by column and as SQL. */
    Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        for (Column column : table.columns()) {
            if (counted().equals(Optional.of(column.name()))) {
                continue;
            }
            if (isNull(column.name())) {
                values.put(column.name(), "NULL");
            } else {
                cell(column.name()).flatMap(Unknown::literal).ifPresent(v -> values.put(column.name(), v));
            }
        }
        return values;
    }
}
