package dev.fk.core.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * A table. Columns keep their order; the other lists are sets whose order carries no meaning.
 *
 * @param options what only one server knows: {@code engine}, {@code partition by}, {@code inherits}
 */
@API(status = Status.EXPERIMENTAL)
public record Table(
        QualifiedName name,
        List<Column> columns,
        Optional<PrimaryKey> primaryKey,
        List<UniqueKey> uniqueKeys,
        List<ForeignKey> foreignKeys,
        List<Index> indexes,
        List<Check> checks,
        List<Exclusion> exclusions,
        Optional<String> comment,
        Options options) {
    /** The option that says by what the rows are divided among partitions: {@code RANGE (at)}. */
    public static final String PARTITION_BY = "partition by";

    public Table {
        columns = List.copyOf(columns);
        uniqueKeys = List.copyOf(uniqueKeys);
        foreignKeys = List.copyOf(foreignKeys);
        indexes = List.copyOf(indexes);
        checks = List.copyOf(checks);
        exclusions = List.copyOf(exclusions);
    }

    /** A table of columns and nothing else. */
    public static Table of(QualifiedName name, List<Column> columns) {
        return new Table(
                name,
                columns,
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                Options.none());
    }

    public Optional<Column> column(String columnName) {
        for (Column column : columns) {
            if (column.name().equals(columnName)) {
                return Optional.of(column);
            }
        }
        return Optional.empty();
    }

    public List<String> columnNames() {
        return columns.stream().map(Column::name).toList();
    }

    /** The foreign keys on exactly these columns, in this order. */
    public List<ForeignKey> foreignKeysOn(List<String> columnNames) {
        List<ForeignKey> found = new ArrayList<>(1);
        for (ForeignKey key : foreignKeys) {
            if (key.columns().equals(columnNames)) {
                found.add(key);
            }
        }
        return List.copyOf(found);
    }

    /** Everything that has, or will get, a name: primary key, unique keys, foreign keys, checks, exclusions, indexes. */
    public Stream<Constraint> constraints() {
        List<Constraint> all = new ArrayList<>();
        primaryKey.ifPresent(all::add);
        all.addAll(uniqueKeys);
        all.addAll(foreignKeys);
        all.addAll(checks);
        all.addAll(exclusions);
        all.addAll(indexes);
        return all.stream();
    }

    /** Whether a primary key, unique key or plain unique index makes exactly this set of columns unique. */
    public boolean isUnique(List<String> columnNames) {
        Set<String> wanted = Set.copyOf(columnNames);
        if (primaryKey.isPresent() && isSet(primaryKey.get().columns(), wanted)) {
            return true;
        }
        for (UniqueKey key : uniqueKeys) {
            if (isSet(key.columns(), wanted)) {
                return true;
            }
        }
        for (Index index : indexes) {
            if (index.unique()
                    && index.isValid()
                    && index.where().isEmpty()
                    && index.parts().size() == wanted.size()
                    && isSet(index.leadingColumns(), wanted)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isSet(List<String> list, Set<String> set) {
        return list.size() == set.size() && set.containsAll(list);
    }

    /** By what its rows are divided among partitions, if they are. */
    public Optional<String> partitionedBy() {
        return options.get(PARTITION_BY);
    }

    public Table withName(QualifiedName other) {
        return new Table(
                other, columns, primaryKey, uniqueKeys, foreignKeys, indexes, checks, exclusions, comment, options);
    }

    public Table withColumns(List<Column> others) {
        return new Table(
                name, others, primaryKey, uniqueKeys, foreignKeys, indexes, checks, exclusions, comment, options);
    }

    /** The index of that name, or of those parts if the wanted one has none, by the same method. */
    public Optional<Index> indexLike(Index wanted) {
        return indexes.stream()
                .filter(i -> wanted.name().isPresent()
                        ? i.name().equals(wanted.name())
                        : i.parts().equals(wanted.parts()))
                .filter(i -> i.method().equals(wanted.method()))
                .findFirst();
    }

    public Table withPrimaryKey(Optional<PrimaryKey> other) {
        return new Table(name, columns, other, uniqueKeys, foreignKeys, indexes, checks, exclusions, comment, options);
    }

    public Table withUniqueKeys(List<UniqueKey> others) {
        return new Table(name, columns, primaryKey, others, foreignKeys, indexes, checks, exclusions, comment, options);
    }

    public Table withForeignKeys(List<ForeignKey> others) {
        return new Table(name, columns, primaryKey, uniqueKeys, others, indexes, checks, exclusions, comment, options);
    }

    public Table withIndexes(List<Index> others) {
        return new Table(
                name, columns, primaryKey, uniqueKeys, foreignKeys, others, checks, exclusions, comment, options);
    }

    public Table withChecks(List<Check> others) {
        return new Table(
                name, columns, primaryKey, uniqueKeys, foreignKeys, indexes, others, exclusions, comment, options);
    }

    public Table withExclusions(List<Exclusion> others) {
        return new Table(name, columns, primaryKey, uniqueKeys, foreignKeys, indexes, checks, others, comment, options);
    }

    public Table withComment(Optional<String> other) {
        return new Table(
                name, columns, primaryKey, uniqueKeys, foreignKeys, indexes, checks, exclusions, other, options);
    }

    public Table withOptions(Options other) {
        return new Table(
                name, columns, primaryKey, uniqueKeys, foreignKeys, indexes, checks, exclusions, comment, other);
    }
}
