package dev.fk.core.sync;

import dev.fk.core.diff.Change;
import dev.fk.core.diff.ChangeSet;
import dev.fk.core.schema.Column;
import dev.fk.core.schema.Options;
import java.util.List;
import java.util.Optional;

/** Leaves out the drops of what a table has beyond its model. A drop that makes room for an addition has to stay. */
final class Surplus {
    /** One of those things of which a table can have many, and what it is on. */
    private record Member(Optional<String> name, List<?> on) {
        /** One goes for another of its name, or on what it is on. */
        boolean isReplacedBy(Member other) {
            return (name.isPresent() && name.equals(other.name)) || on.equals(other.on);
        }
    }

    private Surplus() {}

    static ChangeSet keptOf(ChangeSet changes) {
        List<Change> additions = changes.changes().stream()
                .filter(c -> kind(c).startsWith("Add") && !(c instanceof Change.AddColumn))
                .toList();
        return new ChangeSet(changes.changes().stream()
                .filter(c -> !kind(c).startsWith("Drop") || additions.stream().anyMatch(a -> needsRoomOf(a, c)))
                .flatMap(c -> withAllOptions(c).stream())
                .flatMap(c -> withComment(c).stream())
                .toList());
    }

    private static boolean needsRoomOf(Change addition, Change drop) {
        return addition.subject().equals(drop.subject())
                && kind(addition).substring("Add".length()).equals(kind(drop).substring("Drop".length()))
                && member(drop)
                        .map(gone -> member(addition).filter(gone::isReplacedBy).isPresent())
                        .orElse(true);
    }

    /** Empty for what is alone of its kind, or not told apart. */
    private static Optional<Member> member(Change change) {
        if (change instanceof Change.AddIndex c) {
            return Optional.of(new Member(c.index().name(), c.index().parts()));
        }
        if (change instanceof Change.DropIndex c) {
            return Optional.of(new Member(c.index().name(), c.index().parts()));
        }
        if (change instanceof Change.AddUniqueKey c) {
            return Optional.of(new Member(c.uniqueKey().name(), c.uniqueKey().columns()));
        }
        if (change instanceof Change.DropUniqueKey c) {
            return Optional.of(new Member(c.uniqueKey().name(), c.uniqueKey().columns()));
        }
        if (change instanceof Change.AddForeignKey c) {
            return Optional.of(new Member(c.foreignKey().name(), c.foreignKey().columns()));
        }
        if (change instanceof Change.DropForeignKey c) {
            return Optional.of(new Member(c.foreignKey().name(), c.foreignKey().columns()));
        }
        return Optional.empty();
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

    /** A comment that the model has no words for is another's. */
    private static Optional<Change> withComment(Change change) {
        if (change instanceof Change.AlterComment c) {
            return c.to().isEmpty() ? Optional.empty() : Optional.of(change);
        }
        if (change instanceof Change.AlterColumn c && c.to().comment().isEmpty()) {
            Column to = c.to().withComment(c.from().comment());
            return to.equals(c.from())
                    ? Optional.empty()
                    : Optional.of(new Change.AlterColumn(c.table(), c.from(), to));
        }
        return Optional.of(change);
    }

    private static String kind(Change change) {
        return change.getClass().getSimpleName();
    }
}
