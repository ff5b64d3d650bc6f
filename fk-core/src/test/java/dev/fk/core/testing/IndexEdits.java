package dev.fk.core.testing;

import dev.fk.core.schema.Column;
import dev.fk.core.schema.Generation;
import dev.fk.core.schema.Index;
import dev.fk.core.schema.Schema;
import dev.fk.core.schema.Table;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Edits of indexes. */
record IndexEdits(Draw draw, Vocabulary vocabulary) {
    List<UnaryOperator<Schema>> all() {
        return List.of(this::add, this::add, this::alter, this::drop);
    }

    private Schema add(Schema schema) {
        List<Function<Column, Optional<Index>>> shapes = vocabulary.extras().indexes();
        Function<Column, Optional<Index>> shape = shapes.isEmpty() || draw.chance(4) ? this::index : draw.pick(shapes);
        return draw.any(schema.tables().values())
                .flatMap(t -> draw.any(t.columns().stream()
                                .filter(IndexEdits::isPlain)
                                .flatMap(c -> shape.apply(c).stream())
                                .filter(i -> isNew(t, i))
                                .toList())
                        .map(i -> i.withName(
                                Optional.of(Edits.fresh(schema, "ix_" + t.name().name()))))
                        .map(i -> schema.with(t.withIndexes(KeyEdits.with(t.indexes(), i)))))
                .orElse(schema);
    }

    /** MySQL refuses expressions over counted columns, in an index as in a computed column. */
    private static boolean isPlain(Column column) {
        return column.generation() instanceof Generation.None || column.generation() instanceof Generation.Default;
    }

    private Optional<Index> index(Column column) {
        List<Function<Column, Optional<Index>>> shapes = vocabulary.extras().indexes();
        boolean plain = shapes.isEmpty() || draw.chance(3);
        return plain
                ? Optional.of(Index.of("plain", column.name()))
                        .filter(i -> vocabulary.keyTypes().contains(column.type()))
                : draw.pick(shapes).apply(column);
    }

    /** Two indexes that say the same are no use to anybody, and which is which nobody can tell. */
    private static boolean isNew(Table table, Index index) {
        return table.indexes().stream()
                        .noneMatch(i -> i.withName(Optional.empty()).equals(index.withName(Optional.empty())))
                && table.uniqueKeys().stream()
                        .noneMatch(k -> index.unique() && k.columns().equals(index.leadingColumns()));
    }

    /** Something else under the same name. */
    private Schema alter(Schema schema) {
        return draw.any(schema.tables().values())
                .flatMap(t -> draw.any(t.indexes()).flatMap(old -> draw.any(t.columns())
                        .filter(IndexEdits::isPlain)
                        .flatMap(this::index)
                        .filter(i -> isNew(t, i))
                        .map(i -> schema.with(t.withIndexes(
                                KeyEdits.with(KeyEdits.without(t.indexes(), old), i.withName(old.name())))))))
                .orElse(schema);
    }

    private Schema drop(Schema schema) {
        return draw.any(schema.tables().values())
                .flatMap(t ->
                        draw.any(t.indexes()).map(i -> schema.with(t.withIndexes(KeyEdits.without(t.indexes(), i)))))
                .orElse(schema);
    }
}
