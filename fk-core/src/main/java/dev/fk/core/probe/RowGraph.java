package dev.fk.core.probe;

import dev.fk.core.schema.Column;
import dev.fk.core.schema.Enforcement;
import dev.fk.core.schema.ForeignKey;
import dev.fk.core.schema.Generation;
import dev.fk.core.schema.MatchType;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.schema.Schema;
import dev.fk.core.schema.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The fewest rows that it takes to see one foreign key at work: a row that references, the one it references, and whatever
 * these need to exist. A reference that may be NULL is NULL. What needs each other in a circle is closed among ancestors, so
 * that nothing but the one row references the row that will be deleted.
 */
final class RowGraph {
    private static final int OF_PARENT = 0;
    private static final int OF_CHILD = 1;
    private static final int OF_MOVED = 2;
    /** One-to-one references in a circle would go on for ever. */
    private static final int MOST_ROWS = 24;

    private final Schema schema;
    private final ForeignKey key;
    /** Whether every foreign key gets its row and every column a value, even if NULL or a default would do. */
    private final boolean thorough;

    private final Map<QualifiedName, Map<String, String>> given;
    private final List<ProbeRow> rows = new ArrayList<>();
    private final Map<Integer, Map<QualifiedName, ProbeRow>> ancestors = new HashMap<>();
    private final ProbeRow parent;
    private final ProbeRow child;
    private Optional<ProbeRow> moved = Optional.empty();
    private Optional<ProbeRow> followed = Optional.empty();

    RowGraph(
            Schema schema,
            Table child,
            ForeignKey key,
            boolean thorough,
            Map<QualifiedName, Map<String, String>> given) {
        this.schema = schema;
        this.key = key;
        this.thorough = thorough;
        this.given = given;
        this.parent = row(table(key.referencedTable()), OF_PARENT);
        this.child = row(child, OF_CHILD);
        link(this.child, key, parent);
        settle();
    }

    /** With the key that the referenced row will be given: another value in this one of its columns. */
    void move(String column) {
        ProbeRow there = new ProbeRow(parent.table(), OF_MOVED);
        parent.columns().stream()
                .filter(c -> !c.equals(column))
                .forEach(c -> there.share(c, parent.cell(c).orElseThrow()));
        there.need(column);
        String referencing = key.columns().get(key.referencedColumns().indexOf(column));
        ProbeRow along = new ProbeRow(child.table(), OF_MOVED);
        child.columns().stream()
                .filter(c -> !c.equals(referencing))
                .forEach(c -> along.share(c, child.cell(c).orElseThrow()));
        along.share(referencing, there.need(column));
        moved = Optional.of(there);
        followed = Optional.of(along);
        reference(parent, there, column);
        reference(child, along, referencing);
        settle();
    }

    /** With NULL in these columns of the referencing row, unless a value is given or every column is to have one. */
    void omit(List<String> columns) {
        columns.stream().filter(c -> !thorough && child().cell(c).isEmpty()).forEach(child()::setNull);
    }

    /** What the row references by this column has to be there for the new value too. */
    private void reference(ProbeRow from, ProbeRow to, String column) {
        for (ForeignKey other : from.table().foreignKeys()) {
            boolean concerned = !other.equals(key) || from != child;
            if (concerned && other.columns().contains(column) && from.parents().containsKey(other)) {
                link(to, other, ancestor(OF_MOVED, other.referencedTable()));
            }
        }
    }

    /** With a row that the default values of the foreign key name. */
    ProbeRow referencedByDefault(List<String> literals) {
        ProbeRow row = row(parent.table(), OF_MOVED);
        for (int i = 0; i < literals.size(); i++) {
            row.need(key.referencedColumns().get(i)).is(literals.get(i));
        }
        settle();
        return row;
    }

    ProbeRow parent() {
        return parent.root();
    }

    ProbeRow child() {
        return child.root();
    }

    /** The referenced row as it will be after an update; it is not inserted. */
    Optional<ProbeRow> moved() {
        return moved;
    }

    /** The referencing row as it will be if it follows; it is not inserted. */
    Optional<ProbeRow> followed() {
        return followed;
    }

    /** Why there can be no such rows, whatever the values; empty if there may be. */
    Optional<String> contradiction() {
        if (rows.size() >= MOST_ROWS) {
            return Optional.of("each row would need another one that no other row references, without end");
        }
        if (parent() == child()) {
            return Optional.of("by the unique keys of " + child.table().name()
                    + " the row that references and the one it references would have to be the same");
        }
        boolean stays = moved.filter(m ->
                        key.referencedColumns().stream().allMatch(c -> m.cell(c).equals(parent.cell(c))))
                .isPresent();
        return stays
                ? Optional.of("what else references " + parent.table().name()
                        + " leaves its key no other value than the one it has")
                : Optional.empty();
    }

    /** All rows to insert, each once. */
    List<ProbeRow> rows() {
        return rows.stream().filter(r -> r.root() == r).toList();
    }

    private ProbeRow row(Table table, int line) {
        ProbeRow row = new ProbeRow(table, line);
        rows.add(row);
        given.getOrDefault(table.name(), Map.of()).forEach((column, sql) -> {
            if (sql.equals("NULL")) {
                row.setNull(column);
            } else {
                row.need(column).is(sql);
            }
        });
        return row;
    }

    private Table table(QualifiedName name) {
        return schema.table(name)
                .orElseThrow(() -> new ProbeException(
                        "No probe row: " + name + " is referenced, but the schemas in view have no such table."));
    }

    private ProbeRow ancestor(int line, QualifiedName name) {
        Map<QualifiedName, ProbeRow> own = ancestors.computeIfAbsent(line, l -> new HashMap<>());
        ProbeRow known = own.get(name);
        if (known == null) {
            known = row(table(name), line);
            own.put(name, known);
        }
        return known.root();
    }

    /** The ancestor of its line, or one of its own where another row of the table has that one for itself. */
    private ProbeRow target(ProbeRow row, ForeignKey other) {
        ProbeRow shared = ancestor(row.line(), other.referencedTable());
        boolean taken = UniqueColumns.areOneToOne(row.table(), other.columns())
                && rows().stream()
                        .filter(r -> r != row && r.table().equals(row.table()))
                        .anyMatch(r -> Optional.ofNullable(r.parents().get(other))
                                .filter(p -> p.root() == shared)
                                .isPresent());
        return taken && rows.size() < MOST_ROWS ? row(shared.table(), row.line()) : shared;
    }

    private static void link(ProbeRow row, ForeignKey key, ProbeRow target) {
        for (int i = 0; i < key.columns().size(); i++) {
            row.need(key.columns().get(i))
                    .equate(target.need(key.referencedColumns().get(i)));
        }
        row.parents().put(key, target);
    }

    private void settle() {
        boolean changed = true;
        while (changed) {
            changed = mergeEqualRows();
            for (ProbeRow row : rows()) {
                for (ForeignKey other : row.table().foreignKeys()) {
                    if (!row.parents().containsKey(other) && mustReference(row, other)) {
                        link(row, other, target(row, other));
                        changed = true;
                    }
                }
            }
        }
    }

    private boolean mustReference(ProbeRow row, ForeignKey other) {
        if (other.enforcement() == Enforcement.NOT_ENFORCED) {
            return false;
        }
        long free = other.columns().stream().filter(c -> mayBeNull(row, c)).count();
        boolean all = free == other.columns().size();
        boolean nullSuffices = other.match() == MatchType.FULL ? all : free > 0;
        boolean said = other.columns().stream().anyMatch(row::isNull);
        return !nullSuffices || (thorough && !said);
    }

    private static boolean mayBeNull(ProbeRow row, String column) {
        return row.cell(column).isEmpty()
                && row.column(column).nullable()
                && !(row.column(column).generation() instanceof Generation.Computed);
    }

    /** Whether the row may have NULL there instead of the value that it has got: not in the foreign key that is looked at. */
    boolean mayOmit(ProbeRow row, String column) {
        boolean ofKey = ((row == child() || followed.filter(f -> f == row).isPresent())
                        && key.columns().contains(column))
                || ((row == parent() || moved.filter(m -> m == row).isPresent())
                        && key.referencedColumns().contains(column));
        return thorough
                && !ofKey
                && row.column(column).nullable()
                && !(row.column(column).generation() instanceof Generation.Computed);
    }

    private boolean mergeEqualRows() {
        List<ProbeRow> all = rows();
        for (int i = 0; i < all.size(); i++) {
            for (ProbeRow other : all.subList(i + 1, all.size())) {
                if (all.get(i).table().equals(other.table()) && haveOneKey(all.get(i), other)) {
                    all.get(i).merge(other);
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean haveOneKey(ProbeRow one, ProbeRow two) {
        return UniqueColumns.keys(one.table()).stream().anyMatch(columns -> columns.stream()
                .allMatch(c -> one.cell(c).isPresent() && one.cell(c).equals(two.cell(c))));
    }

    /** Gives every row what the server would refuse it without. */
    void complete(Situation situation) {
        for (ProbeRow row : rows()) {
            for (ForeignKey other : row.table().foreignKeys()) {
                if (!row.parents().containsKey(other) && other.enforcement() != Enforcement.NOT_ENFORCED) {
                    other.columns().stream().filter(c -> mayBeNull(row, c)).forEach(row::setNull);
                }
            }
            Set<String> unique = new HashSet<>(UniqueColumns.mentioned(row.table()));
            for (Column column : row.table().columns()) {
                complete(row, column, unique.contains(column.name()), situation);
            }
        }
        moved.ifPresent(m -> alike(parent, m));
        followed.ifPresent(f -> alike(child, f));
    }

    /** What the row will be after the update is what it was before, but for the key. */
    private static void alike(ProbeRow before, ProbeRow after) {
        for (String column : before.table().columnNames()) {
            if (after.cell(column).isEmpty()) {
                before.cell(column).ifPresent(value -> after.share(column, value));
                if (before.isNull(column)) {
                    after.setNull(column);
                }
            }
        }
    }

    private void complete(ProbeRow row, Column column, boolean unique, Situation situation) {
        String name = column.name();
        if (row.cell(name).isPresent() && situation.rules().movesCounter(column)) {
            row.counts(name);
        }
        if (column.generation() instanceof Generation.Computed || row.cell(name).isPresent() || row.isNull(name)) {
            return;
        }
        boolean counted = column.generation().isCounter();
        boolean fromSequence = column.generation() instanceof Generation.Default value
                && value.expression().sql().contains("nextval");
        boolean hasDefault = column.generation() instanceof Generation.Default;
        if (counted && situation.rules().movesCounter(column)) {
            row.need(name);
            row.counts(name);
        } else if (counted || fromSequence || thorough) {
            row.need(name);
        } else if (unique || situation.isChecked(row.table(), column)) {
            Unknown value = row.need(name);
            if (column.nullable() && !UniqueColumns.nullsCollide(row.table())) {
                value.allowNull();
            }
        } else if (!column.nullable() && !hasDefault) {
            row.need(name);
        }
    }
}
