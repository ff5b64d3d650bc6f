package dev.fk.core.plan;

import dev.fk.core.schema.ForeignKey;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.schema.Table;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Orders tables so that, cycles apart, a referenced table comes before those that refer to it. */
final class TableOrder {
    private record Visit(Table table, Iterator<QualifiedName> parents) {}

    private TableOrder() {}

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
