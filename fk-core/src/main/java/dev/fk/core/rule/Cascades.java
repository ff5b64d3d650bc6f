package dev.fk.core.rule;

import dev.fk.core.schema.ForeignKey;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.schema.ReferentialAction;
import dev.fk.core.schema.Table;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The ways a delete takes through {@code ON DELETE CASCADE}: those that end where they began, and those that meet again. */
final class Cascades {
    private final Map<QualifiedName, List<Edge>> from = new TreeMap<>();
    private int keys;

    /** From a deleted row to those that go with it. */
    private record Edge(QualifiedName parent, QualifiedName child, ForeignKey key) {
        @Override
        public String toString() {
            return child + "(" + String.join(", ", key.columns()) + ")";
        }
    }

    /** A table that references itself is a tree, and no cycle of tables. */
    private Cascades(Target target) {
        for (Table table : target.tables()) {
            keys += table.foreignKeys().size();
            for (ForeignKey key : table.foreignKeys()) {
                if (key.onDelete() == ReferentialAction.CASCADE
                        && !key.referencedTable().equals(table.name())) {
                    from.computeIfAbsent(key.referencedTable(), t -> new ArrayList<>())
                            .add(new Edge(key.referencedTable(), table.name(), key));
                }
            }
        }
    }

    static Inspection.Result cycles(Target target) {
        Cascades cascades = new Cascades(target);
        List<Violation> violations = new ArrayList<>();
        Set<QualifiedName> told = new HashSet<>();
        for (QualifiedName start : cascades.from.keySet()) {
            List<Edge> cycle = told.contains(start) ? List.of() : cascades.shortest(start, start);
            if (!cycle.isEmpty()) {
                cycle.forEach(e -> told.add(e.child()));
                violations.add(Violation.of(
                                Subject.of(target.schema().table(start).orElseThrow()),
                                "deletes cascade in a circle: " + drawn(start, cycle))
                        .remedy("Take ON DELETE CASCADE from one of these foreign keys."));
            }
        }
        return new Inspection.Result(cascades.keys, violations);
    }

    static Inspection.Result diamonds(Target target) {
        Cascades cascades = new Cascades(target);
        List<Violation> violations = new ArrayList<>();
        for (QualifiedName top : cascades.from.keySet()) {
            Map<QualifiedName, List<List<Edge>>> ways = cascades.waysFrom(top);
            ways.forEach((bottom, paths) -> {
                if (paths.size() > 1 && !bottom.equals(top)) {
                    violations.add(Violation.of(
                                    Subject.of(target.schema().table(bottom).orElseThrow()),
                                    "a delete in " + top + " reaches " + bottom + " on several ways: "
                                            + String.join(
                                                    " and ",
                                                    paths.stream()
                                                            .map(p -> drawn(top, p))
                                                            .toList()))
                            .remedy("Leave ON DELETE CASCADE to one of the ways, or say in an exception why"
                                    + " all are wanted."));
                }
            });
        }
        return new Inspection.Result(cascades.keys, violations);
    }

    private static String drawn(QualifiedName start, List<Edge> path) {
        return start + " → "
                + String.join(" → ", path.stream().map(Edge::toString).toList());
    }

    /** The fewest steps from one table to another; empty if there is no way. */
    private List<Edge> shortest(QualifiedName start, QualifiedName end) {
        return reached(edges(start), Set.of()).getOrDefault(end, List.of());
    }

    private List<Edge> edges(QualifiedName table) {
        return from.getOrDefault(table, List.of());
    }

    /** For each table that is reached by several first steps, a way for each that shares no table with the others between. */
    private Map<QualifiedName, List<List<Edge>>> waysFrom(QualifiedName top) {
        Map<QualifiedName, List<List<Edge>>> ways = new TreeMap<>();
        for (Edge first : edges(top)) {
            reached(List.of(first), Set.of(top)).forEach((bottom, path) -> {
                List<List<Edge>> others = ways.computeIfAbsent(bottom, b -> new ArrayList<>());
                if (others.stream().allMatch(o -> meetOnlyAtEnd(o, path))) {
                    others.add(path);
                }
            });
        }
        return ways;
    }

    private static boolean meetOnlyAtEnd(List<Edge> a, List<Edge> b) {
        if (a.toString().equals(b.toString())) {
            return false; // one foreign key that is there twice is one way
        }
        Set<QualifiedName> between = new HashSet<>();
        a.subList(0, a.size() - 1).forEach(e -> between.add(e.child()));
        return b.subList(0, b.size() - 1).stream().noneMatch(e -> between.contains(e.child()));
    }

    /** Breadth first, so that each way is one of the shortest. */
    private Map<QualifiedName, List<Edge>> reached(List<Edge> first, Set<QualifiedName> never) {
        Map<QualifiedName, List<Edge>> reached = new LinkedHashMap<>();
        Deque<List<Edge>> open = new ArrayDeque<>();
        first.forEach(e -> open.add(List.of(e)));
        while (!open.isEmpty()) {
            List<Edge> path = open.remove();
            QualifiedName end = path.get(path.size() - 1).child();
            if (!never.contains(end) && reached.putIfAbsent(end, path) == null) {
                for (Edge next : edges(end)) {
                    List<Edge> longer = new ArrayList<>(path);
                    longer.add(next);
                    open.add(longer);
                }
            }
        }
        return reached;
    }
}
