package dev.fk.core.migration;

import dev.fk.core.database.Database;
import dev.fk.core.diff.Change;
import dev.fk.core.diff.ChangeSet;
import dev.fk.core.diff.Patch;
import dev.fk.core.schema.CanonicalSchema;
import dev.fk.core.schema.ForeignKey;
import dev.fk.core.schema.Index;
import dev.fk.core.schema.Names;
import dev.fk.core.schema.Schema;
import dev.fk.core.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Indexes that the server made for foreign keys, and that gave way to an index of a migration. Undoing that migration can
 * only declare them, and a declared one stays beside the next index (MySQL 8.0.33 and 9.7.4, MariaDB 10.11.18), so that up,
 * undo and up would leave one too many: what is known to have been made is dropped then, as the server did.
 *
 * @param statements what drops each of them
 */
record MadeIndexes(Database database, Set<String> statements) {
    /** Whether there is anything to look up for such changes. */
    static boolean concern(ChangeSet changes) {
        return changes.changes().stream()
                .anyMatch(c -> isAddition(c)
                        || (c instanceof Change.CreateTable create
                                && create.definition().indexes().stream()
                                        .anyMatch(i -> i.name().isPresent())));
    }

    private static boolean isAddition(Change change) {
        return change instanceof Change.AddIndex
                || change instanceof Change.AddUniqueKey
                || change instanceof Change.AddPrimaryKey
                || change instanceof Change.AddForeignKey;
    }

    /** What the server dropped of its own accord while these changes ran. */
    static List<Change.DropIndex> displaced(CanonicalSchema before, ChangeSet changes, CanonicalSchema after) {
        List<Change.DropIndex> displaced = new ArrayList<>();
        Schema expected = Patch.apply(before.schema(), changes);
        for (Table table : adding(changes, before.schema())) {
            List<Index> there =
                    after.schema().table(table.name()).map(Table::indexes).orElse(List.of());
            expected.table(table.name()).stream()
                    .flatMap(t -> t.indexes().stream())
                    .filter(i -> i.name().isPresent() && table.indexes().contains(i))
                    .filter(i -> there.stream().noneMatch(o -> o.name().equals(i.name())))
                    .map(i -> new Change.DropIndex(table.name(), i))
                    .forEach(displaced::add);
        }
        return displaced;
    }

    /** The changes, and with them the made indexes that nothing needs any more. */
    ChangeSet giveWay(ChangeSet changes, CanonicalSchema before) {
        if (statements.isEmpty()) {
            return changes;
        }
        List<Change> all = new ArrayList<>(changes.changes());
        Schema after = Patch.apply(before.schema(), changes);
        for (Table table : adding(changes, after)) {
            table.indexes().stream()
                    .filter(i -> i.name().isPresent())
                    .map(i -> new Change.DropIndex(table.name(), i))
                    .filter(d -> before.schema().table(d.table()).stream()
                            .anyMatch(t -> t.indexes().contains(d.index())))
                    .filter(d -> statements.contains(statement(d))
                            && changes.changes().stream().anyMatch(c -> takesThePlaceOf(d, c))
                            && isLeftOver(d, table, changes))
                    .forEach(all::add);
        }
        return new ChangeSet(all);
    }

    /** The tables that are given a key or an index. */
    private static List<Table> adding(ChangeSet changes, Schema schema) {
        return changes.changes().stream()
                .filter(MadeIndexes::isAddition)
                .map(Change::subject)
                .distinct()
                .flatMap(t -> schema.table(t).stream())
                .toList();
    }

    /** A foreign key does by the index that is made for it, under the foreign key's name. */
    private static boolean takesThePlaceOf(Change.DropIndex drop, Change change) {
        if (!isAddition(change) || !change.subject().equals(drop.table())) {
            return false;
        }
        List<String> columns = drop.index().leadingColumns();
        if (change instanceof Change.AddForeignKey add) {
            return isReplacedBy(add.foreignKey(), drop);
        }
        List<String> added = change instanceof Change.AddIndex add
                ? add.index().leadingColumns()
                : change instanceof Change.AddUniqueKey add
                        ? add.uniqueKey().columns()
                        : ((Change.AddPrimaryKey) change).primaryKey().columns();
        return Names.begin(added, columns);
    }

    private static boolean isReplacedBy(ForeignKey key, Change.DropIndex drop) {
        return key.columns().equals(drop.index().leadingColumns())
                && key.name().isPresent()
                && !key.name().equals(drop.index().name());
    }

    /** The server would not make it again for what else is there. */
    private boolean isLeftOver(Change.DropIndex drop, Table table, ChangeSet changes) {
        List<ForeignKey> added = changes.ofType(Change.AddForeignKey.class).stream()
                .filter(a -> takesThePlaceOf(drop, a))
                .map(Change.AddForeignKey::foreignKey)
                .toList();
        Table without = table.withIndexes(table.indexes().stream()
                        .filter(i -> !i.equals(drop.index()))
                        .toList())
                .withForeignKeys(table.foreignKeys().stream()
                        .filter(k -> !added.contains(k))
                        .toList());
        return database.canonical(Schema.of(without)).schema().table(table.name()).stream()
                .allMatch(t -> t.indexes().size() == without.indexes().size());
    }

    String statement(Change.DropIndex drop) {
        return statement(database, drop);
    }

    static String statement(Database database, Change.DropIndex drop) {
        return database.ddl(drop).get(0).text();
    }

    /** What is void because a migration declares an index of that name itself, or creates the table. */
    List<String> declaredBy(ChangeSet changes) {
        List<Change.DropIndex> declared = new ArrayList<>();
        changes.ofType(Change.AddIndex.class).stream()
                .filter(a -> a.index().name().isPresent())
                .forEach(a -> declared.add(new Change.DropIndex(a.table(), a.index())));
        changes.ofType(Change.CreateTable.class).forEach(c -> c.definition().indexes().stream()
                .filter(i -> i.name().isPresent())
                .forEach(i -> declared.add(new Change.DropIndex(c.table(), i))));
        return declared.stream()
                .map(this::statement)
                .filter(statements::contains)
                .toList();
    }
}
