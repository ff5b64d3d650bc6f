package dev.fk.core.schema;

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
        return foreignKeys.stream().filter(f -> f.columns().equals(columnNames)).toList();
    }

    /** Everything that has, or will get, a name: primary key, unique keys, foreign keys, checks, exclusions, indexes. */
    public Stream<Constraint> constraints() {
        return Stream.of(
                        primaryKey.stream(),
                        uniqueKeys.stream(),
                        foreignKeys.stream(),
                        checks.stream(),
                        exclusions.stream(),
                        indexes.stream())
                .flatMap(s -> s);
    }

    /** Whether a primary key, unique key or plain unique index makes exactly this set of columns unique. */
    public boolean isUnique(List<String> columnNames) {
        Set<String> wanted = Set.copyOf(columnNames);
        Stream<List<String>> keys = Stream.of(
                        primaryKey.stream().map(PrimaryKey::columns),
                        uniqueKeys.stream().map(UniqueKey::columns),
                        indexes.stream()
                                .filter(i -> i.unique() && i.where().isEmpty())
                                .filter(i ->
                                        i.leadingColumns().size() == i.parts().size())
                                .map(Index::leadingColumns))
                .flatMap(s -> s);
        return keys.anyMatch(k -> k.size() == wanted.size() && wanted.containsAll(k));
    }

    public Table withName(QualifiedName other) {
        return new Table(
                other, columns, primaryKey, uniqueKeys, foreignKeys, indexes, checks, exclusions, comment, options);
    }

    public Table withColumns(List<Column> others) {
        return new Table(
                name, others, primaryKey, uniqueKeys, foreignKeys, indexes, checks, exclusions, comment, options);
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
