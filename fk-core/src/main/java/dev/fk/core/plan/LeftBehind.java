package dev.fk.core.plan;

import dev.fk.core.dialect.Onlooker;
import dev.fk.core.diff.Change;
import dev.fk.core.schema.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Views and triggers that stay when a table or column goes whose name they mention: taking it away needs consent. */
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
        List<Assessment> all = new ArrayList<>(List.of(assessed));
        onlookers.stream()
                .filter(broken.and(this::stays))
                .map(o -> Assessment.destructive(o.describe() + " mentions " + name + " and would fail from then on"))
                .forEach(all::add);
        return Assessment.all(all);
    }
}
