package dev.fk.core.sync;

import dev.fk.core.schema.Column;
import dev.fk.core.schema.DataType;
import dev.fk.core.schema.EnumDefinition;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.schema.Schema;
import dev.fk.core.schema.Table;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is declared, with enum types called as they are there: a model says the labels, and what their type is called counts as
 * little as the name of a constraint that it leaves open. Somebody made the type by hand, or has renamed the column since.
 *
 * @param usual what the server makes of what is declared
 */
record TypeNames(Schema declared, Schema usual, Schema live) {
    private record Place(QualifiedName table, Column column, List<String> labels, QualifiedName there) {}

    /** As declared, if all are called as they would be anyway. */
    Schema asThere() {
        if (live.enums().isEmpty()) {
            return declared;
        }
        Map<QualifiedName, List<Place>> byType = declared.tables().values().stream()
                .flatMap(this::places)
                .collect(Collectors.groupingBy(Place::there, TreeMap::new, Collectors.toList()));
        Schema named = declared;
        for (Map.Entry<QualifiedName, List<Place>> type : byType.entrySet()) {
            if (isMeant(type.getKey(), type.getValue())) {
                named = called(named, type.getKey(), type.getValue());
            }
        }
        return named;
    }

    private Stream<Place> places(Table table) {
        return table.columns().stream()
                .flatMap(column -> labels(column.type())
                        .flatMap(labels -> live.table(table.name())
                                .flatMap(there -> there.column(column.name()))
                                .flatMap(there -> name(there.type()))
                                .map(name -> new Place(table.name(), column, labels, name)))
                        .stream());
    }

    /** Whether it is called otherwise, and whether it may have the declared labels: those who else use it have to as well. */
    private boolean isMeant(QualifiedName type, List<Place> places) {
        EnumDefinition there = live.enums().get(type);
        Set<List<String>> wanted = places.stream().map(Place::labels).collect(Collectors.toSet());
        if (there == null || wanted.size() > 1 || declared.enums().containsKey(type)) {
            return false;
        }
        boolean same = wanted.contains(there.labels());
        return (same || uses(type) == places.size())
                && !places.stream().allMatch(p -> usual.table(p.table())
                        .flatMap(t -> t.column(p.column().name()))
                        .flatMap(c -> name(c.type()))
                        .equals(Optional.of(type)));
    }

    private long uses(QualifiedName type) {
        return live.tables().values().stream()
                .flatMap(t -> t.columns().stream())
                .filter(c -> name(c.type()).equals(Optional.of(type)))
                .count();
    }

    private static Schema called(Schema schema, QualifiedName type, List<Place> places) {
        Schema named = schema.with(new EnumDefinition(type, places.get(0).labels()));
        for (Place place : places) {
            Table table = named.table(place.table()).orElseThrow();
            named = named.with(table.withColumns(table.columns().stream()
                    .map(c -> c.equals(place.column()) ? c.withType(called(c.type(), type)) : c)
                    .toList()));
        }
        return named;
    }

    private static DataType called(DataType type, QualifiedName name) {
        return type instanceof DataType.Array array
                ? new DataType.Array(called(array.element(), name))
                : new DataType.Named(name);
    }

    private static Optional<List<String>> labels(DataType type) {
        if (type instanceof DataType.Array array) {
            return labels(array.element());
        }
        return type instanceof DataType.EnumType labels ? Optional.of(labels.labels()) : Optional.empty();
    }

    /** What a type, or that of an array's elements, is called, if it has a name of its own. */
    static Optional<QualifiedName> name(DataType type) {
        if (type instanceof DataType.Array array) {
            return name(array.element());
        }
        return type instanceof DataType.Named named ? Optional.of(named.name()) : Optional.empty();
    }
}
