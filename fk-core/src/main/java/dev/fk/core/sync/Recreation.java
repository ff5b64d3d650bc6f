package dev.fk.core.sync;

import dev.fk.core.diff.Change;
import dev.fk.core.diff.ChangeSet;
import dev.fk.core.schema.ForeignKey;
import dev.fk.core.schema.Schema;
import dev.fk.core.schema.Table;
import java.util.ArrayList;
import java.util.List;

/** Dropping all that is declared and creating it anew. */
final class Recreation {
    private Recreation() {}

    static ChangeSet of(Wish wish) {
        Schema mine = wish.mine().schema();
        refuseIfReferenced(wish, mine);
        List<Change> changes = new ArrayList<>();
        mine.tables().values().forEach(t -> changes.add(new Change.DropTable(t)));
        mine.enums().values().forEach(e -> changes.add(new Change.DropEnum(e)));
        wish.wanted().schema().enums().values().forEach(e -> changes.add(new Change.CreateEnum(e)));
        wish.wanted().schema().tables().values().forEach(t -> changes.add(new Change.CreateTable(t)));
        return new ChangeSet(changes);
    }

    private static void refuseIfReferenced(Wish wish, Schema mine) {
        List<String> references = new ArrayList<>();
        for (Table table : wish.live().schema().tables().values()) {
            for (ForeignKey key : table.foreignKeys()) {
                if (mine.table(table.name()).isEmpty()
                        && mine.table(key.referencedTable()).isPresent()) {
                    references.add("  " + table.name() + key.key()
                            + key.name().map(n -> " [" + n + "]").orElse(""));
                }
            }
        }
        if (!references.isEmpty()) {
            throw new IllegalStateException(
                    "A force sync would drop tables that others reference, and those are not part of it:\n"
                            + String.join("\n", references)
                            + "\nNothing was executed. Declare these tables, drop their foreign keys, or use Sync.alter().");
        }
    }
}
