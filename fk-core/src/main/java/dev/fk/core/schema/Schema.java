package dev.fk.core.schema;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Tables and the named types they use: the one value that models, migrations and the live catalog all become.
 */
@API(status = Status.EXPERIMENTAL)
public record Schema(SortedMap<QualifiedName, Table> tables, SortedMap<QualifiedName, EnumDefinition> enums) {
    private static final Schema EMPTY = new Schema(Collections.emptySortedMap(), Collections.emptySortedMap());

    public Schema {
        tables = Collections.unmodifiableSortedMap(new TreeMap<>(tables));
        enums = Collections.unmodifiableSortedMap(new TreeMap<>(enums));
    }

    public static Schema empty() {
        return EMPTY;
    }

    public static Schema of(Table... tables) {
        return of(List.of(tables), List.of());
    }

    public static Schema of(Collection<Table> tables, Collection<EnumDefinition> enums) {
        return new Schema(byName(tables, Table::name), byName(enums, EnumDefinition::name));
    }

    public Optional<Table> table(QualifiedName name) {
        return Optional.ofNullable(tables.get(name));
    }

    /** The table of this name in the default schema. */
    public Optional<Table> table(String name) {
        return table(QualifiedName.of(name));
    }

    /** The schemas of those tables that foreign keys of the given ones reference and that are not here. */
    public Set<String> unseenSchemas(Collection<Table> children) {
        return children.stream()
                .flatMap(t -> t.foreignKeys().stream().map(ForeignKey::referencedTable))
                .filter(parent -> table(parent).isEmpty())
                .flatMap(parent -> parent.schema().stream())
                .collect(Collectors.toSet());
    }

    public Schema with(Table table) {
        TreeMap<QualifiedName, Table> copy = new TreeMap<>(tables);
        copy.put(table.name(), table);
        return new Schema(copy, enums);
    }

    public Schema without(QualifiedName table) {
        TreeMap<QualifiedName, Table> copy = new TreeMap<>(tables);
        copy.remove(table);
        return new Schema(copy, enums);
    }

    public Schema with(EnumDefinition definition) {
        TreeMap<QualifiedName, EnumDefinition> copy = new TreeMap<>(enums);
        copy.put(definition.name(), definition);
        return new Schema(tables, copy);
    }

    public Schema withoutEnum(QualifiedName name) {
        TreeMap<QualifiedName, EnumDefinition> copy = new TreeMap<>(enums);
        copy.remove(name);
        return new Schema(tables, copy);
    }

    /** The same schema with every table replaced. */
    public Schema mapTables(UnaryOperator<Table> change) {
        return of(tables.values().stream().map(change).toList(), enums.values());
    }

    private static <T> TreeMap<QualifiedName, T> byName(Collection<T> values, Function<T, QualifiedName> name) {
        TreeMap<QualifiedName, T> map = new TreeMap<>();
        for (T value : values) {
            T previous = map.put(name.apply(value), value);
            if (previous != null) {
                throw new IllegalArgumentException(name.apply(value) + " is defined twice in one schema.");
            }
        }
        return map;
    }
}
