package dev.fk.core.migration;

import dev.fk.core.database.Database;
import dev.fk.core.dialect.Obstacle;
import dev.fk.core.diff.Change;
import dev.fk.core.plan.Plan;
import dev.fk.core.plan.Problem;
import dev.fk.core.schema.Column;
import dev.fk.core.schema.DataType;
import dev.fk.core.schema.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The labels that a migration has given to enum types and uses in a later call: where a type cannot be made anew because something
 * uses it, the server takes them only once the migration has ended (PostgreSQL 15 and 18: 55P04).
 *
 * @param before what earlier migrations change
 * @param own what this one has changed so far
 */
record NewLabels(Database database, List<Change> before, List<Change> own) {
    /** Why a call that makes these changes comes too early. */
    List<Problem> problems(List<Change> changes) {
        List<Change> grown = grown().map(Change.class::cast).toList();
        if (grown.isEmpty()) {
            return List.of();
        }
        List<Change> all = new ArrayList<>(grown);
        all.addAll(changes);
        Map<Change, List<Obstacle>> obstacles =
                new LinkedHashMap<>(database.planner().obstacles(all, before));
        obstacles.keySet().retainAll(grown);
        return told(obstacles);
    }

    /** Why a call that changes rows of the table comes too early. */
    List<Problem> problems(DataCall call, Table table) {
        Map<Change, List<Obstacle>> obstacles = new LinkedHashMap<>();
        grown().filter(g -> uses(call, table, g)).forEach(g -> {
            Change anew = g.inverse(); // what keeps the type from losing labels keeps it from being made anew
            List<Obstacle> found =
                    database.planner().obstacles(List.of(anew), before).get(anew);
            if (found != null) {
                obstacles.put(g, found);
            }
        });
        return told(obstacles);
    }

    private Stream<Change.AlterEnum> grown() {
        return own.stream()
                .filter(Change.AlterEnum.class::isInstance)
                .map(Change.AlterEnum.class::cast)
                .filter(c -> c.from().growsInto(c.to()));
    }

    private static boolean uses(DataCall call, Table table, Change.AlterEnum grown) {
        DataType type = new DataType.Named(grown.to().name());
        List<String> columns = table.columns().stream()
                .filter(c -> c.type().equals(type))
                .map(Column::name)
                .toList();
        return Stream.concat(call.rows().stream(), Stream.of(call.where()))
                .flatMap(row -> row.entrySet().stream())
                .filter(e -> columns.contains(e.getKey()) && e.getValue().isText())
                .map(e -> e.getValue().text())
                .anyMatch(v -> grown.to().labels().contains(v)
                        && !grown.from().labels().contains(v));
    }

    private List<Problem> told(Map<Change, List<Obstacle>> obstacles) {
        return Plan.problems(List.copyOf(obstacles.keySet()), obstacles, database.server()).stream()
                .map(p -> new Problem(
                        p.code(),
                        p.table(),
                        p.columns(),
                        p.fact(),
                        "Add the labels in a migration of their own, before this one. Or: " + p.remedy(),
                        p.site()))
                .toList();
    }
}
