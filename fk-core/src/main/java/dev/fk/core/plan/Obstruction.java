package dev.fk.core.plan;

import dev.fk.core.diff.Change;
import dev.fk.core.diff.ChangeSet;
import dev.fk.core.schema.Column;
import dev.fk.core.schema.ForeignKey;
import dev.fk.core.schema.Generation;
import dev.fk.core.schema.QualifiedName;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which foreign keys servers would not let stand while the changes run: those over a key that goes, or a type that changes. */
record Obstruction(Map<QualifiedName, Set<Set<String>>> goneKeys, Map<QualifiedName, Set<String>> retypedColumns) {
    /**
     * @param copying whether the server copies tables to alter them: it then refuses that a column under a foreign key
     *     becomes NOT NULL or begins or ceases to count
     */
    static Obstruction of(ChangeSet changes, boolean copying) {
        Obstruction obstruction = new Obstruction(new HashMap<>(), new HashMap<>());
        changes.ofType(Change.DropPrimaryKey.class)
                .forEach(c -> obstruction.gone(c.table(), c.primaryKey().columns()));
        changes.ofType(Change.DropUniqueKey.class)
                .forEach(c -> obstruction.gone(c.table(), c.uniqueKey().columns()));
        changes.ofType(Change.DropIndex.class).stream()
                .filter(c -> c.index().unique())
                .forEach(c -> obstruction.gone(c.table(), c.index().leadingColumns()));
        changes.ofType(Change.AlterColumn.class).stream()
                .filter(c -> retypes(c.from(), c.to()) || (copying && isCopied(c.from(), c.to())))
                .forEach(c -> obstruction
                        .retypedColumns
                        .computeIfAbsent(c.table(), t -> new HashSet<>())
                        .add(c.from().name()));
        return obstruction;
    }

    private void gone(QualifiedName table, List<String> columns) {
        goneKeys.computeIfAbsent(table, t -> new HashSet<>()).add(Set.copyOf(columns));
    }

    private static boolean retypes(Column from, Column to) {
        return !from.type().equals(to.type()) || !from.collation().equals(to.collation());
    }

    private static boolean isCopied(Column from, Column to) {
        return (from.nullable() && !to.nullable()) || counts(from) != counts(to);
    }

    private static boolean counts(Column column) {
        return column.generation() instanceof Generation.AutoIncrement;
    }

    boolean by(QualifiedName table, ForeignKey key) {
        return goneKeys.getOrDefault(key.referencedTable(), Set.of()).contains(Set.copyOf(key.referencedColumns()))
                || retyped(table, key.columns())
                || retyped(key.referencedTable(), key.referencedColumns());
    }

    private boolean retyped(QualifiedName table, List<String> columns) {
        Set<String> retyped = retypedColumns.getOrDefault(table, Set.of());
        return columns.stream().anyMatch(retyped::contains);
    }
}
