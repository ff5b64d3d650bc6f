package dev.fk.core.plan;

import dev.fk.core.diff.Change;
import dev.fk.core.schema.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Renames so that a name is free before somebody takes it, in whatever table: names of indexes, and of what has one, are
 * those of the schema on PostgreSQL (42P07). Where names change places, one of them gets another in between.
 */
final class RenameOrder {
    private RenameOrder() {}

    static List<Change> of(List<Change> renames) {
        List<Change> ordered = new ArrayList<>();
        List<Change.RenameConstraint> open = new ArrayList<>();
        for (Change change : renames) {
            if (change instanceof Change.RenameConstraint rename) {
                open.add(rename);
            } else {
                ordered.add(change);
            }
        }
        while (!open.isEmpty()) {
            Optional<Change.RenameConstraint> free =
                    open.stream().filter(r -> isFree(r, open)).findFirst();
            Change.RenameConstraint next = free.orElseGet(() -> aside(open.get(0)));
            ordered.add(next);
            if (free.isPresent()) {
                open.remove(next);
            } else {
                Change.RenameConstraint first = open.remove(0);
                open.add(new Change.RenameConstraint(first.table(), next.to(), first.to()));
            }
        }
        return ordered;
    }

    private static boolean isFree(Change.RenameConstraint rename, List<Change.RenameConstraint> open) {
        return open.stream()
                .noneMatch(o ->
                        !o.equals(rename) && o.from().name().equals(rename.to().name()));
    }

    private static Change.RenameConstraint aside(Change.RenameConstraint rename) {
        String name = "fk_" + Names.hash(rename.table() + " " + rename.from().name());
        return new Change.RenameConstraint(
                rename.table(), rename.from(), rename.from().withName(Optional.of(name)));
    }
}
