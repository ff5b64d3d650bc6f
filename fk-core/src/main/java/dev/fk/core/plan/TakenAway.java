package dev.fk.core.plan;

import dev.fk.core.diff.Change;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** The tables and columns of which nothing has the name any more once all these changes are made. */
@API(status = Status.EXPERIMENTAL)
public record TakenAway(List<Change> changes) {
    public TakenAway {
        changes = List.copyOf(changes);
    }

    public boolean isEmpty() {
        return changes.stream().noneMatch(c -> isTable(c) || column(c).isPresent());
    }

    /** Whether this one of the changes takes the whole table away, or its name. */
    boolean isTable(Change change) {
        return (change instanceof Change.DropTable || change instanceof Change.RenameTable)
                && changes.stream()
                        .noneMatch(c ->
                                c instanceof Change.CreateTable && c.subject().equals(change.subject()));
    }

    /** The column that this one of the changes takes away. */
    Optional<String> column(Change change) {
        Optional<String> column = change instanceof Change.DropColumn drop
                ? Optional.of(drop.column().name())
                : change instanceof Change.RenameColumn rename ? Optional.of(rename.from()) : Optional.empty();
        return column.filter(
                n -> changes.stream().noneMatch(c -> c.subject().equals(change.subject()) && n.equals(comes(c))));
    }

    private static String comes(Change change) {
        return change instanceof Change.AddColumn add
                ? add.column().name()
                : change instanceof Change.RenameColumn rename ? rename.to() : "";
    }
}
