package dev.fk.core.probe;

import dev.fk.core.schema.QualifiedName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The values that a row may do without, where conditions mention them and every column has got one: {@code CHECK ((plan_id IS NOT
 * NULL) <> (subscription_id IS NOT NULL))} is satisfied neither by both nor by none.
 */
final class Omissions {
    static final int OMITTED = 1;

    private record Place(Unknown unknown, QualifiedName table, String column) {}

    private final RowGraph graph;
    private final Map<Place, Omission> all = new LinkedHashMap<>();

    Omissions(RowGraph graph) {
        this.graph = graph;
    }

    /** Whether one value is NULL where it stands; not so in the row that it comes from. */
    record Omission(Unknown unknown, String alias, String column, List<ProbeRow> rows) {
        String values(boolean isOpen) {
            return "(SELECT 0 AS n" + (isOpen ? " UNION ALL SELECT " + OMITTED : "") + ") " + alias;
        }

        void takePlace() {
            rows.forEach(r -> r.setNull(column));
        }
    }

    /** The value of a column in a condition: what it is, or NULL. */
    String perhaps(ProbeRow row, String column, Unknown unknown, String value) {
        if (!graph.mayOmit(row, column) || unknown.literal().isPresent()) {
            return value;
        }
        Omission omission = all.computeIfAbsent(
                new Place(unknown, row.table().name(), column),
                p -> new Omission(unknown, "o" + all.size(), column, new ArrayList<>()));
        omission.rows().add(row);
        return "CASE " + omission.alias() + ".n WHEN " + OMITTED + " THEN NULL ELSE " + value + " END";
    }

    /** Those of these values. */
    List<Omission> of(Collection<Unknown> unknowns) {
        return all.values().stream().filter(o -> unknowns.contains(o.unknown())).toList();
    }
}
