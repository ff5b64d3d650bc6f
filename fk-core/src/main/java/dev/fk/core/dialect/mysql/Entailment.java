package dev.fk.core.dialect.mysql;

import dev.fk.core.diff.Change;
import dev.fk.core.schema.Constraint;
import dev.fk.core.schema.ForeignKey;
import dev.fk.core.schema.Index;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.schema.Schema;
import dev.fk.core.schema.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What has to be said beside a change, and what need not be said because another change makes it. */
final class Entailment {
    private final Settings settings;

    Entailment(Settings settings) {
        this.settings = settings;
    }

    /**
     * Another collation of the table is one for columns to come: those that are there keep theirs. And what was made for a
     * foreign key has to be declared before there is a full-text index, or a foreign key with the name of another index.
     */
    List<Change> of(Change change, Table from) {
        if (change instanceof Change.AddIndex add) {
            return anew(add.table(), ImplicitIndexes.displaced(add.index(), from));
        }
        if (change instanceof Change.AddForeignKey add) {
            return indexesFor(add.table(), add.foreignKey(), from);
        }
        if (change instanceof Change.AlterForeignKey alter) {
            return indexesFor(alter.table(), alter.to(), from);
        }
        return change instanceof Change.AlterOptions alter ? collations(alter, from) : List.of();
    }

    private List<Change> collations(Change.AlterOptions change, Table from) {
        String before = TableOptions.collation(change.table(), change.from(), settings);
        if (before.equals(TableOptions.collation(change.table(), change.to(), settings))) {
            return List.of();
        }
        return from.columns().stream()
                .filter(c -> CanonicalType.isText(c.type()) && c.collation().isEmpty())
                .<Change>map(c -> new Change.AlterColumn(change.table(), c.withCollation(Optional.of(before)), c))
                .toList();
    }

    /**
     * The index that was made for such a foreign key gives way to the one made for this, which has its name; where another one
     * has that name already, the server refuses to (1061 on MySQL 9.7.4 and MariaDB 11.8.9).
     */
    private static List<Change> indexesFor(QualifiedName table, ForeignKey key, Table from) {
        return ImplicitIndexes.isTaken(key.name(), from.constraints())
                ? anew(table, ImplicitIndexes.on(key, from))
                : List.of();
    }

    private static List<Change> anew(QualifiedName table, List<Index> indexes) {
        return indexes.stream()
                .<Change>flatMap(i -> Stream.of(new Change.DropIndex(table, i), new Change.AddIndex(table, i)))
                .toList();
    }

    /**
     * Adding a foreign key makes its index in the same statement, or neither. Where an index goes that another foreign key
     * may need, the new one cannot wait for that.
     */
    static List<Change> needed(List<Change> ordered, Schema from) {
        Set<QualifiedName> losing = ordered.stream()
                .filter(c -> c instanceof Change.DropIndex
                        || c instanceof Change.DropUniqueKey
                        || c instanceof Change.DropPrimaryKey)
                .map(Change::subject)
                .collect(Collectors.toSet());
        Map<QualifiedName, List<Constraint>> indexes = indexes(ordered, from);
        Set<Change> implied = new HashSet<>();
        for (Change change : ordered) {
            if (change instanceof Change.AddForeignKey add
                    && !losing.contains(add.table())
                    && !ImplicitIndexes.hasToBeDeclared(
                            add.foreignKey(), indexes.getOrDefault(add.table(), List.of()))) {
                implied.add(new Change.AddIndex(
                        add.table(), ImplicitIndexes.index(add.foreignKey().columns())));
            }
        }
        return ordered.stream().filter(c -> !implied.contains(c)).toList();
    }

    /** What a table has, and what comes. */
    private static Map<QualifiedName, List<Constraint>> indexes(List<Change> ordered, Schema from) {
        Map<QualifiedName, List<Constraint>> indexes = new HashMap<>();
        from.tables()
                .forEach((name, t) ->
                        indexes.put(name, new ArrayList<>(t.constraints().toList())));
        ordered.forEach(
                c -> Visibility.added(c).ifPresent(i -> indexes.computeIfAbsent(c.subject(), n -> new ArrayList<>())
                        .add(i)));
        return indexes;
    }
}
