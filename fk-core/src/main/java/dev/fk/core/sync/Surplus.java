package dev.fk.core.sync;

import dev.fk.core.diff.Change;
import dev.fk.core.diff.ChangeSet;
import dev.fk.core.schema.Options;
import dev.fk.core.schema.QualifiedName;
import java.util.Optional;
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
        ChangeSet kept = changes.filter(c -> !kind(c).startsWith("Drop")
                || (needed.contains(new Room(c.subject(), kind(c).substring("Drop".length())))
                        && isReplaced(c, changes)));
        return new ChangeSet(
                kept.changes().stream().flatMap(c -> withAllOptions(c).stream()).toList());
    }

    /** Options that only the table has stay, too: how it is partitioned, for one. */
    private static Optional<Change> withAllOptions(Change change) {
        if (!(change instanceof Change.AlterOptions alter)) {
            return Optional.of(change);
        }
        Options all = alter.from();
        for (var option : alter.to().values().entrySet()) {
            all = all.with(option.getKey(), option.getValue());
        }
        return all.equals(alter.from())
                ? Optional.empty()
                : Optional.of(new Change.AlterOptions(alter.table(), alter.from(), all));
    }

    /** Of keys and indexes a table can have many: one goes for another of its name, or on what it is on. */
    private static boolean isReplaced(Change drop, ChangeSet changes) {
        if (drop instanceof Change.DropIndex gone) {
            return changes.ofType(Change.AddIndex.class).stream()
                    .filter(a -> a.table().equals(gone.table()))
                    .map(Change.AddIndex::index)
                    .anyMatch(i -> isSame(i.name(), gone.index().name())
                            || i.parts().equals(gone.index().parts()));
        }
        if (drop instanceof Change.DropUniqueKey gone) {
            return changes.ofType(Change.AddUniqueKey.class).stream()
                    .filter(a -> a.table().equals(gone.table()))
                    .map(Change.AddUniqueKey::uniqueKey)
                    .anyMatch(k -> isSame(k.name(), gone.uniqueKey().name())
                            || k.columns().equals(gone.uniqueKey().columns()));
        }
        if (drop instanceof Change.DropForeignKey gone) {
            return changes.ofType(Change.AddForeignKey.class).stream()
                    .filter(a -> a.table().equals(gone.table()))
                    .map(Change.AddForeignKey::foreignKey)
                    .anyMatch(k -> isSame(k.name(), gone.foreignKey().name())
                            || k.columns().equals(gone.foreignKey().columns()));
        }
        return true;
    }

    private static boolean isSame(Optional<String> name, Optional<String> other) {
        return name.isPresent() && name.equals(other);
    }

    private static String kind(Change change) {
        return change.getClass().getSimpleName();
    }
}
