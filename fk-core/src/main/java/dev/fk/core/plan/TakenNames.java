package dev.fk.core.plan;

import dev.fk.core.diff.Change;
import dev.fk.core.diff.ChangeSet;
import dev.fk.core.schema.ForeignKey;
import dev.fk.core.schema.Schema;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Foreign keys whose new name is still that of another one, in whatever table: they go, as all do that go, before any comes.
 * MySQL 9.7.4 answers 1826 otherwise, MariaDB 11.8.9 1005 with errno 121.
 */
final class TakenNames {
    private TakenNames() {}

    static ChangeSet freedFirst(ChangeSet changes, Schema from) {
        if (changes.ofType(Change.RenameConstraint.class).isEmpty()) {
            return changes;
        }
        Set<String> taken = from.tables().values().stream()
                .flatMap(t -> t.foreignKeys().stream())
                .flatMap(k -> k.name().stream())
                .collect(Collectors.toSet());
        List<Change> freed = changes.changes().stream()
                .flatMap(c -> c instanceof Change.RenameConstraint rename
                                && rename.from() instanceof ForeignKey before
                                && rename.to() instanceof ForeignKey after
                                && after.name().filter(taken::contains).isPresent()
                        ? Stream.of(
                                new Change.DropForeignKey(rename.table(), before),
                                new Change.AddForeignKey(rename.table(), after))
                        : Stream.of(c))
                .toList();
        return new ChangeSet(freed);
    }
}
