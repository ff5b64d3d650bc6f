package dev.fk.core.generate;

import dev.fk.core.diff.Change;
import dev.fk.core.schema.ForeignKey;
import dev.fk.core.schema.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** New tables, parents first as far as that goes. */
record CreationOrder(List<Change.CreateTable> tables, boolean isComplete) {
    static CreationOrder of(List<Change.CreateTable> all) {
        List<Change.CreateTable> left = new ArrayList<>(all);
        List<Change.CreateTable> ordered = new ArrayList<>();
        boolean complete = true;
        while (!left.isEmpty()) {
            Set<QualifiedName> waiting =
                    left.stream().map(Change.CreateTable::table).collect(Collectors.toSet());
            List<Change.CreateTable> ready =
                    left.stream().filter(t -> isReady(t, waiting)).toList();
            complete &= !ready.isEmpty();
            List<Change.CreateTable> next = ready.isEmpty() ? List.of(left.get(0)) : ready;
            ordered.addAll(next);
            left.removeAll(next);
        }
        return new CreationOrder(List.copyOf(ordered), complete);
    }

    private static boolean isReady(Change.CreateTable create, Set<QualifiedName> waiting) {
        return create.definition().foreignKeys().stream()
                .map(ForeignKey::referencedTable)
                .noneMatch(p -> !p.equals(create.table()) && waiting.contains(p));
    }
}
