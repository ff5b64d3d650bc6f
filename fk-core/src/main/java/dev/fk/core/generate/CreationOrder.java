package dev.fk.core.generate;

import dev.fk.core.diff.Change;
import dev.fk.core.schema.ForeignKey;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** New tables, those that others refer to or are parts of first, as far as that goes. */
record CreationOrder(List<Change.CreateTable> tables, boolean isComplete) {
    /** @param parents the tables without which one cannot exist, beside those that it refers to */
    static CreationOrder of(List<Change.CreateTable> all, Function<Table, List<QualifiedName>> parents) {
        List<Change.CreateTable> left = new ArrayList<>(all);
        List<Change.CreateTable> ordered = new ArrayList<>();
        boolean complete = true;
        while (!left.isEmpty()) {
            Set<QualifiedName> waiting =
                    left.stream().map(Change.CreateTable::table).collect(Collectors.toSet());
            List<Change.CreateTable> ready =
                    left.stream().filter(t -> isReady(t, waiting, parents)).toList();
            complete &= !ready.isEmpty();
            List<Change.CreateTable> next = ready.isEmpty() ? List.of(left.get(0)) : ready;
            ordered.addAll(next);
            left.removeAll(next);
        }
        return new CreationOrder(List.copyOf(ordered), complete);
    }

    private static boolean isReady(
            Change.CreateTable create, Set<QualifiedName> waiting, Function<Table, List<QualifiedName>> parents) {
        Stream<QualifiedName> referenced =
                create.definition().foreignKeys().stream().map(ForeignKey::referencedTable);
        return Stream.concat(referenced, parents.apply(create.definition()).stream())
                .noneMatch(p -> !p.equals(create.table()) && waiting.contains(p));
    }
}
