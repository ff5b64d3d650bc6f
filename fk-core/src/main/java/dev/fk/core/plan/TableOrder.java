package dev.fk.core.plan;

import dev.fk.core.schema.ForeignKey;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.schema.Table;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Orders tables so that, cycles apart, a referenced table comes before those that refer to it. */
final class TableOrder {
    private record Visit(Table table, Iterator<QualifiedName> parents) {}

    private TableOrder() {}

    /**
     * As below, but an inherited table comes first even where a cycle of foreign keys says otherwise, and what inherits
     * from it follows at once: backwards, tables that refer to a partitioned table go before its partitions do.
     */
    static List<Table> parentsFirst(Collection<Table> tables, Function<Table, List<QualifiedName>> inherited) {
        Map<QualifiedName, Table> left = new LinkedHashMap<>();
        Map<QualifiedName, List<Table>> heirs = new HashMap<>();
        for (Table table : parentsFirst(tables)) {
            left.put(table.name(), table);
            inherited.apply(table).forEach(p -> heirs.computeIfAbsent(p, n -> new ArrayList<>())
                    .add(table));
        }
        List<Table> ordered = new ArrayList<>();
        for (Table table : List.copyOf(left.values())) {
            append(table, inherited, heirs, left, ordered);
        }
        return ordered;
    }

    private static void append(
            Table table,
            Function<Table, List<QualifiedName>> inherited,
            Map<QualifiedName, List<Table>> heirs,
            Map<QualifiedName, Table> left,
            List<Table> ordered) {
        if (left.remove(table.name()) == null) {
            return;
        }
        for (QualifiedName parent : inherited.apply(table)) {
            Table there = left.get(parent);
            if (there != null) {
                append(there, inherited, heirs, left, ordered);
            }
        }
        ordered.add(table);
        heirs.getOrDefault(table.name(), List.of()).forEach(h -> append(h, inherited, heirs, left, ordered));
    }

    /** Depth-first over an explicit stack, so that a chain of ten thousand tables does not overflow the thread's. */
    static List<Table> parentsFirst(Collection<Table> tables) {
        Map<QualifiedName, Table> byName = new LinkedHashMap<>();
        tables.forEach(t -> byName.put(t.name(), t));
        Set<QualifiedName> seen = new HashSet<>();
        List<Table> ordered = new ArrayList<>();
        for (Table root : byName.values()) {
            Deque<Visit> path = new ArrayDeque<>();
            enter(root, seen, path);
            while (!path.isEmpty()) {
                Visit visit = path.peek();
                if (!visit.parents().hasNext()) {
                    ordered.add(path.pop().table());
                    continue;
                }
                Table parent = byName.get(visit.parents().next());
                if (parent != null) {
                    enter(parent, seen, path);
                }
            }
        }
        return ordered;
    }

    private static void enter(Table table, Set<QualifiedName> seen, Deque<Visit> path) {
        if (seen.add(table.name())) {
            path.push(new Visit(
                    table,
                    table.foreignKeys().stream()
                            .map(ForeignKey::referencedTable)
                            .iterator()));
        }
    }
}
