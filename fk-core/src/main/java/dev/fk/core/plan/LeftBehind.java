package dev.fk.core.plan;

import dev.fk.core.dialect.Onlooker;
import dev.fk.core.diff.Change;
import dev.fk.core.schema.QualifiedName;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Views, triggers, routines and events that stay when a table or column goes whose name they mention, and those that select from
 * such a view: taking it away needs consent.
 */
record LeftBehind(List<Onlooker> onlookers, TakenAway taken) {
    /** What a change risks, and that it breaks those. */
    Assessment by(Change change, Assessment assessed) {
        if (onlookers.isEmpty()) {
            return assessed;
        }
        QualifiedName subject = change.subject();
        if (taken.isTable(change)) {
            return with(assessed, subject.toString(), o -> o.mentions(subject));
        }
        Optional<String> column = taken.column(change);
        return column.isPresent() ? with(assessed, column.get(), o -> o.mentions(subject, column.get())) : assessed;
    }

    /** One whose own table is dropped, by whichever of the changes, goes as well. */
    private boolean stays(Onlooker onlooker) {
        return taken.changes().stream().noneMatch(c -> c instanceof Change.DropTable && onlooker.goesWith(c.subject()));
    }

    private Assessment with(Assessment assessed, String name, Predicate<Onlooker> broken) {
        Map<Onlooker, String> mentioned = new LinkedHashMap<>();
        Deque<Onlooker> next = new ArrayDeque<>(failing(broken, name, mentioned));
        while (!next.isEmpty()) {
            next.remove()
                    .relation()
                    .ifPresent(view -> next.addAll(failing(o -> o.mentions(view), view.toString(), mentioned)));
        }
        List<Assessment> all = new ArrayList<>(List.of(assessed));
        mentioned.forEach((onlooker, what) -> all.add(
                Assessment.destructive(onlooker.describe() + " mentions " + what + " and would fail from then on")));
        return Assessment.all(all);
    }

    /** Those that are not known to fail already; now they are. */
    private List<Onlooker> failing(Predicate<Onlooker> broken, String name, Map<Onlooker, String> known) {
        return onlookers.stream()
                .filter(broken.and(this::stays))
                .filter(o -> known.putIfAbsent(o, name) == null)
                .toList();
    }
}
