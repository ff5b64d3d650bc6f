package dev.fk.core.sync;

import dev.fk.core.diff.Change;
import dev.fk.core.diff.ChangeSet;
import dev.fk.core.schema.QualifiedName;
import java.util.Set;
import java.util.stream.Collectors;

/** Leaves out the drops of what a table has beyond its model. A drop that makes room for an addition has to stay. */
final class Surplus {
    private record Room(QualifiedName subject, String kind) {}

    private Surplus() {}

    static ChangeSet keptOf(ChangeSet changes) {
        Set<Room> needed = changes.changes().stream()
                .filter(c -> kind(c).startsWith("Add") && !(c instanceof Change.AddColumn))
                .map(c -> new Room(c.subject(), kind(c).substring("Add".length())))
                .collect(Collectors.toSet());
        return changes.filter(c -> !kind(c).startsWith("Drop")
                || needed.contains(new Room(c.subject(), kind(c).substring("Drop".length()))));
    }

    private static String kind(Change change) {
        return change.getClass().getSimpleName();
    }
}
