package dev.fk.core.migration;

import dev.fk.core.diff.Change;
import dev.fk.core.diff.ChangeSet;
import dev.fk.core.diff.Patch;
import dev.fk.core.plan.Problem;
import dev.fk.core.schema.ForeignKey;
import dev.fk.core.schema.Index;
import dev.fk.core.schema.Names;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.schema.Schema;
import dev.fk.core.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Indexes and keys that a call takes away though a foreign key stands on them. The family makes an index for a foreign key
 * that is added, but none for one that is there: MySQL 9.7.4 says 1553, MariaDB 11.8.9 that too, or 1025 (errno 150) for a
 * primary key.
 *
 * @param after as the server would have it: with the indexes that it would make, were the foreign keys added anew
 */
record NeededIndexes(Schema before, ChangeSet changes, Schema after) {
    List<Problem> problems() {
        Map<QualifiedName, List<List<String>>> going = new TreeMap<>();
        changes.changes()
                .forEach(c -> dropped(c).ifPresent(columns -> going.computeIfAbsent(c.subject(), t -> new ArrayList<>())
                        .add(columns)));
        List<Problem> problems = new ArrayList<>();
        if (!going.isEmpty()) {
            Schema asked = Patch.apply(before, changes);
            going.forEach((n, dropped) -> before.table(n)
                    .ifPresent(was -> asked.table(n).ifPresent(left -> unserved(was, left).stream()
                            .filter(k -> dropped.stream().anyMatch(d -> Names.begin(d, k.columns())))
                            .forEach(k -> problems.add(problem(n, k))))));
        }
        return problems;
    }

    private static Optional<List<String>> dropped(Change change) {
        if (change instanceof Change.DropIndex drop) {
            return Optional.of(drop.index().leadingColumns());
        }
        if (change instanceof Change.DropUniqueKey drop) {
            return Optional.of(drop.uniqueKey().columns());
        }
        return change instanceof Change.DropPrimaryKey drop
                ? Optional.of(drop.primaryKey().columns())
                : Optional.empty();
    }

    /** The foreign keys that stay, and for which an index would have to be made. */
    private List<ForeignKey> unserved(Table was, Table left) {
        List<List<String>> made = after.table(left.name()).stream()
                .flatMap(t -> t.indexes().stream())
                .filter(i -> !left.indexes().contains(i))
                .map(Index::leadingColumns)
                .toList();
        return left.foreignKeys().stream()
                .filter(was.foreignKeys()::contains)
                .filter(k -> made.stream().anyMatch(m -> Names.begin(m, k.columns())))
                .toList();
    }

    private static Problem problem(QualifiedName table, ForeignKey key) {
        String columns = String.join(", ", key.columns());
        String arguments = String.join("\", \"", key.columns());
        return new Problem(
                "FK106",
                table,
                key.columns(),
                table + "(" + columns + ")"
                        + key.name().map(n -> " [" + n + "]").orElse("") + " references "
                        + key.referencedTable() + "(" + String.join(", ", key.referencedColumns())
                        + ") and needs an index that begins with " + columns + ", but the only one would go",
                "Add another one first, addIndex(\"" + table.name() + "\", \"" + arguments
                        + "\"), or drop the foreign key first, removeConstraint(\"" + table.name() + "\", "
                        + key.name().map(n -> "\"" + n + "\"").orElse("foreignKeyOn(\"" + arguments + "\")") + ").",
                Optional.empty());
    }
}
