package dev.fk.core.generate;

import dev.fk.core.diff.Change;
import dev.fk.core.diff.ChangeSet;
import dev.fk.core.schema.CanonicalSchema;
import dev.fk.core.schema.Constraint;
import dev.fk.core.schema.Index;
import dev.fk.core.schema.Schema;
import dev.fk.core.schema.Table;
import java.util.List;
import java.util.function.Function;

/**
 * Which indexes nobody has to ask for, because the server makes them for foreign keys.
 *
 * @param canonical how the server would report a declared schema
 */
record ImpliedIndexes(Function<Schema, CanonicalSchema> canonical) {
    /** Whether the table, once it is created, has the index anyway. */
    boolean has(Table table, Index index) {
        if (index.name().isPresent() || table.foreignKeys().isEmpty()) {
            return false;
        }
        List<Index> others =
                table.indexes().stream().filter(i -> !i.equals(index)).toList();
        return canonical
                .apply(Schema.of(table.withIndexes(others)))
                .schema()
                .table(table.name())
                .filter(t -> t.indexes().contains(index))
                .isPresent();
    }

    /** Whether the foreign keys that are added bring the index with them, which none does whose name is taken. */
    boolean comes(Change.AddIndex added, ChangeSet all, Schema from) {
        List<Index> gone = all.ofType(Change.DropIndex.class).stream()
                .filter(c -> c.table().equals(added.table()))
                .map(Change.DropIndex::index)
                .toList();
        return from.table(added.table())
                .map(t -> t.withIndexes(t.indexes().stream()
                                .filter(i -> !gone.contains(i))
                                .toList())
                        .withForeignKeys(all.ofType(Change.AddForeignKey.class).stream()
                                .filter(c -> c.table().equals(added.table()))
                                .map(Change.AddForeignKey::foreignKey)
                                .filter(k -> k.name().isEmpty()
                                        || t.constraints().map(Constraint::name).noneMatch(k.name()::equals))
                                .toList()))
                .filter(t -> has(t, added.index()))
                .isPresent();
    }
}
