package dev.fk.core.sync;

import dev.fk.core.schema.CanonicalSchema;
import dev.fk.core.schema.DataType;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.schema.Schema;
import dev.fk.core.schema.Table;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What of a live database belongs to the models: the declared tables, and the enum types that only those use. */
record Ownership(Set<QualifiedName> tables, Set<QualifiedName> enums) {
    static Ownership of(Schema wanted, Schema live) {
        Set<QualifiedName> tables = wanted.tables().keySet();
        Set<QualifiedName> enums = new HashSet<>(usedBy(live.tables().values().stream()
                .filter(t -> tables.contains(t.name()))
                .toList()));
        enums.removeAll(usedBy(live.tables().values().stream()
                .filter(t -> !tables.contains(t.name()))
                .toList()));
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
        return tables.stream()
                .flatMap(t -> t.columns().stream())
                .flatMap(c -> names(c.type()))
                .collect(Collectors.toSet());
    }

    private static Stream<QualifiedName> names(DataType type) {
        if (type instanceof DataType.Array array) {
            return names(array.element());
        }
        return type instanceof DataType.Named named ? Stream.of(named.name()) : Stream.empty();
    }
}
