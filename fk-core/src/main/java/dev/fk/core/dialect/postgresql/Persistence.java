package dev.fk.core.dialect.postgresql;

import dev.fk.core.diff.Change;
import dev.fk.core.schema.ForeignKey;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.schema.Schema;
import dev.fk.core.schema.Table;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Tables that become unlogged, or permanent, in an order that PostgreSQL takes: at no time does a permanent table reference
 * an unlogged one (42P16; measured on 15 and 18).
 */
record Persistence(Schema from, Map<QualifiedName, Change> changing) {
    /** The others stay where they are. */
    static List<Change> ordered(List<Change> changes, Schema from) {
        Map<QualifiedName, Change> changing = new LinkedHashMap<>();
        changes.stream().filter(Persistence::isOne).forEach(c -> changing.put(c.subject(), c));
        if (changing.size() < 2) {
            return changes;
        }
        List<Change> inOrder = new Persistence(from, changing).inOrder();
        List<Change> ordered = new ArrayList<>();
        int next = 0;
        for (Change change : changes) {
            ordered.add(isOne(change) ? inOrder.get(next++) : change);
        }
        return List.copyOf(ordered);
    }

    private static boolean isOne(Change change) {
        return change instanceof Change.AlterOptions alter
                && alter.from().has(Keys.UNLOGGED) != alter.to().has(Keys.UNLOGGED);
    }

    private static boolean becomesUnlogged(Change change) {
        return change instanceof Change.AlterOptions alter && alter.to().has(Keys.UNLOGGED);
    }

    /** Permanent ones parents first, unlogged ones children first. */
    private List<Change> inOrder() {
        Set<QualifiedName> parentsFirst = new LinkedHashSet<>();
        Set<QualifiedName> seen = new HashSet<>();
        changing.keySet().forEach(t -> append(t, seen, parentsFirst));
        List<Change> permanent = new ArrayList<>();
        List<Change> unlogged = new ArrayList<>();
        parentsFirst.stream().map(changing::get).forEach(c -> (becomesUnlogged(c) ? unlogged : permanent).add(c));
        Collections.reverse(unlogged);
        permanent.addAll(unlogged);
        return permanent;
    }

    private void append(QualifiedName table, Set<QualifiedName> seen, Set<QualifiedName> parentsFirst) {
        if (!seen.add(table)) {
            return;
        }
        from.table(table).stream()
                .map(Table::foreignKeys)
                .flatMap(List::stream)
                .map(ForeignKey::referencedTable)
                .filter(changing::containsKey)
                .forEach(p -> append(p, seen, parentsFirst));
        parentsFirst.add(table);
    }
}
