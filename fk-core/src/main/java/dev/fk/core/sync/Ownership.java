package dev.fk.core.sync;

import dev.fk.core.schema.CanonicalSchema;
import dev.fk.core.schema.DataType;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.schema.Schema;
import dev.fk.core.schema.Table;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What of a live database belongs to the models: the declared tables, and the enum types whose labels only those say. */
record Ownership(Set<QualifiedName> tables, Set<QualifiedName> enums) {
    static Ownership of(Schema wanted, Schema live) {
        Set<QualifiedName> tables = wanted.tables().keySet();
        if (live.enums().isEmpty()) {
            return new Ownership(tables, wanted.enums().keySet());
        }
        Set<QualifiedName> enums = new HashSet<>(usedBy(live.tables().values().stream()
                .filter(t -> tables.contains(t.name()))
                .toList()));
        enums.removeAll(usedBy(live.tables().values().stream()
                .filter(t -> !tables.contains(t.name()))
                .toList()));
        Set<String> merelyUsed = usedBy(wanted.tables().values(), Ownership::words);
        enums.removeIf(e -> merelyUsed.stream().anyMatch(w -> w.equals(e.toString()) || w.endsWith("." + e)));
        enums.addAll(wanted.enums().keySet());
        return new Ownership(tables, enums);
    }

    CanonicalSchema restrict(CanonicalSchema live) {
        Schema schema = live.schema();
        return live.restrictedTo(
                schema.tables().values().stream()
                        .filter(t -> tables.contains(t.name()))
                        .toList(),
                schema.enums().values().stream()
                        .filter(e -> enums.contains(e.name()))
                        .toList());
    }

    private static Set<QualifiedName> usedBy(Collection<Table> tables) {
        return usedBy(tables, type -> TypeNames.name(type).stream());
    }

    private static <T> Set<T> usedBy(Collection<Table> tables, Function<DataType, Stream<T>> words) {
        return tables.stream()
                .flatMap(t -> t.columns().stream())
                .flatMap(c -> words.apply(c.type()))
                .collect(Collectors.toSet());
    }

    /** A type that models use without saying its labels is somebody's, and may be written as any other that has a name. */
    private static Stream<String> words(DataType type) {
        if (type instanceof DataType.Array array) {
            return words(array.element());
        }
        return type instanceof DataType.Other other
                ? Stream.of(other.sql().replace("\"", ""))
                : TypeNames.name(type).map(QualifiedName::toString).stream();
    }
}
