package dev.fk.core.plan;

import dev.fk.core.dialect.Ddl;
import dev.fk.core.diff.Change;
import dev.fk.core.diff.ChangeSet;
import dev.fk.core.schema.Column;
import dev.fk.core.schema.DataType;
import dev.fk.core.schema.ForeignKey;
import dev.fk.core.schema.Generation;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.schema.Schema;
import dev.fk.core.schema.Table;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Orders changes so that every prefix can be executed: foreign keys that are in the way are taken out first, tables are
 * created parents first, and a foreign key is part of its CREATE TABLE exactly if its parent is there by then.
 */
final class Sequencer {
    private final Schema from;
    private final ChangeSet changes;
    private final Function<Table, List<QualifiedName>> inherited;
    private final Ddl ddl;
    private final Obstruction obstruction;
    private final Map<Phase, List<Change>> phases = new EnumMap<>(Phase.class);
    private final Map<QualifiedName, Table> dropped;
    private final Map<QualifiedName, Table> created;

    private Sequencer(Schema from, ChangeSet changes, Function<Table, List<QualifiedName>> inherited, Ddl ddl) {
        this.ddl = ddl;
        this.obstruction = Obstruction.of(changes, ddl.combines());
        this.from = from;
        this.inherited = inherited;
        this.changes = changes;
        this.dropped = byName(changes.ofType(Change.DropTable.class).stream()
                .map(Change.DropTable::definition)
                .toList());
        this.created = byName(changes.ofType(Change.CreateTable.class).stream()
                .map(Change.CreateTable::definition)
                .toList());
    }

    private static Map<QualifiedName, Table> byName(Collection<Table> tables) {
        return tables.stream().collect(Collectors.toMap(Table::name, t -> t, (a, b) -> b, TreeMap::new));
    }

    /**
     * The changes in order.
     *
     * @param inherited the tables whose columns a table has, which come first whatever foreign keys say
     * @param ddl what combines changes copies tables to alter them, and then refuses more under a foreign key
     */
    static List<Change> sequence(
            Schema from, ChangeSet changes, Function<Table, List<QualifiedName>> inherited, Ddl ddl) {
        Sequencer sequencer = new Sequencer(from, changes, inherited, ddl);
        sequencer.distribute();
        sequencer.detachForeignKeys();
        sequencer.dropTables();
        sequencer.createTables();
        sequencer.namedForeignKeysFirst();
        if (!ddl.combines()) {
            sequencer.phases.computeIfPresent(Phase.RENAME_CONSTRAINTS, (phase, all) -> RenameOrder.of(all));
        }
        return sequencer.phases.values().stream().flatMap(List::stream).toList();
    }

    /** Everything but whole tables goes where it belongs; a foreign key that cannot be altered is dropped and added. */
    private void distribute() {
        Set<QualifiedName> recreated = changes.ofType(Change.CreateEnum.class).stream()
                .map(Change::subject)
                .collect(Collectors.toSet());
        for (Change change : changes.changes()) {
            if (change instanceof Change.AlterForeignKey alter && isOneStatement(alter) && isLeftAlone(alter)) {
                at(Phase.ADD_FOREIGN_KEYS).add(alter);
            } else if (change instanceof Change.AlterForeignKey alter) {
                at(Phase.DROP_FOREIGN_KEYS).add(new Change.DropForeignKey(alter.table(), alter.from()));
                at(Phase.ADD_FOREIGN_KEYS).add(new Change.AddForeignKey(alter.table(), alter.to()));
            } else if (change instanceof Change.DropEnum && recreated.contains(change.subject())) {
                at(Phase.ENUMS).add(change);
            } else if (change instanceof Change.AlterColumn alter && namesLabelThatGoes(alter)) {
                Column bare = alter.from().withGeneration(Generation.none());
                at(Phase.DROP_DEFAULTS).add(new Change.AlterColumn(alter.table(), alter.from(), bare));
                at(Phase.ALTER_COLUMNS).add(new Change.AlterColumn(alter.table(), bare, alter.to()));
            } else if (change instanceof Change.AlterColumn alter && becomesEnumThatComes(alter)) {
                Column bare = alter.from().withGeneration(Generation.none());
                at(Phase.LEAVE_COMPUTATIONS).add(new Change.AlterColumn(alter.table(), alter.from(), bare));
                at(Phase.ALTER_COLUMNS).add(new Change.AlterColumn(alter.table(), bare, alter.to()));
            } else if (!(change instanceof Change.CreateTable || change instanceof Change.DropTable)) {
                at(Phase.of(change)).add(change);
            }
        }
    }

    /** Whether the column has a default of an enum that loses labels, and will have another one or none. */
    private boolean namesLabelThatGoes(Change.AlterColumn alter) {
        DataType type = elementOf(alter.from());
        return alter.from().generation() instanceof Generation.Default
                && !alter.from().generation().equals(alter.to().generation())
                && changes.ofType(Change.AlterEnum.class).stream()
                        .filter(e -> !e.to().labels().containsAll(e.from().labels()))
                        .map(e -> new DataType.Named(e.from().name()))
                        .anyMatch(type::equals);
    }

    /** Whether the column is computed, from columns that may go before its new type comes, and will not be. */
    private boolean becomesEnumThatComes(Change.AlterColumn alter) {
        return alter.from().generation() instanceof Generation.Computed
                && !(alter.to().generation() instanceof Generation.Computed)
                && changes.ofType(Change.CreateEnum.class).stream()
                        .map(e -> new DataType.Named(e.subject()))
                        .anyMatch(e -> e.equals(elementOf(alter.to())));
    }

    private static DataType elementOf(Column column) {
        return column.type() instanceof DataType.Array array ? array.element() : column.type();
    }

    /** If one of the rows is refused, what was there still is. */
    private boolean isOneStatement(Change.AlterForeignKey alter) {
        return alter.validates()
                || (ddl.swapsForeignKeys()
                        && alter.from().name().equals(alter.to().name()));
    }

    private boolean isLeftAlone(Change.AlterForeignKey alter) {
        return !dropped.containsKey(alter.from().referencedTable()) && !obstruction.by(alter.table(), alter.from());
    }

    /** Foreign keys that stay but would be in the way of another change are taken out first and put back last. */
    private void detachForeignKeys() {
        Set<Change> explicit = new HashSet<>(at(Phase.DROP_FOREIGN_KEYS));
        for (Table table : from.tables().values()) {
            if (dropped.containsKey(table.name())) {
                continue;
            }
            for (ForeignKey key : table.foreignKeys()) {
                Change drop = new Change.DropForeignKey(table.name(), key);
                boolean orphaned = dropped.containsKey(key.referencedTable());
                if (explicit.contains(drop) || !(orphaned || obstruction.by(table.name(), key))) {
                    continue;
                }
                at(Phase.DROP_FOREIGN_KEYS).add(drop);
                if (!orphaned || created.containsKey(key.referencedTable())) {
                    at(Phase.ADD_FOREIGN_KEYS).add(new Change.AddForeignKey(table.name(), renamed(table, key)));
                }
            }
        }
    }

    /** A foreign key that comes back comes back under its new name, so that nothing is left to rename. */
    private ForeignKey renamed(Table table, ForeignKey key) {
        for (Change.RenameConstraint rename : changes.ofType(Change.RenameConstraint.class)) {
            if (rename.table().equals(table.name()) && rename.from().equals(key)) {
                at(Phase.RENAME_CONSTRAINTS).remove(rename);
                return key.withName(rename.to().name());
            }
        }
        return key;
    }

    /** Children first; the foreign keys that close a cycle go before. */
    private void dropTables() {
        List<Table> childrenFirst = new ArrayList<>(TableOrder.parentsFirst(dropped.values(), inherited));
        Collections.reverse(childrenFirst);
        Set<QualifiedName> gone = new HashSet<>();
        for (Table table : childrenFirst) {
            List<ForeignKey> left = new ArrayList<>(table.foreignKeys());
            for (ForeignKey key : table.foreignKeys()) {
                if (gone.contains(key.referencedTable())) {
                    at(Phase.DROP_FOREIGN_KEYS).add(new Change.DropForeignKey(table.name(), key));
                    left.remove(key);
                }
            }
            at(Phase.DROP_TABLES).add(new Change.DropTable(table.withForeignKeys(left)));
            gone.add(table.name());
        }
    }

    /** Parents first; a foreign key whose parent is not ready yet is added at the end. */
    private void createTables() {
        Set<QualifiedName> ready = new HashSet<>(from.tables().keySet());
        ready.removeAll(dropped.keySet());
        changes.changes().forEach(c -> ready.remove(c.subject()));
        for (Table table : TableOrder.parentsFirst(created.values(), inherited)) {
            ready.add(table.name());
            List<ForeignKey> inline = new ArrayList<>();
            for (ForeignKey key : table.foreignKeys()) {
                if (ready.contains(key.referencedTable())) {
                    inline.add(key);
                } else {
                    at(Phase.ADD_FOREIGN_KEYS).add(new Change.AddForeignKey(table.name(), key));
                }
            }
            at(Phase.CREATE_TABLES).add(new Change.CreateTable(table.withForeignKeys(inline)));
        }
    }

    /** So that no server gives an unnamed one a name that another is to have again (MySQL 9.7: orders_ibfk_1). */
    private void namedForeignKeysFirst() {
        at(Phase.ADD_FOREIGN_KEYS).sort(Comparator.comparing(Sequencer::isUnnamed));
    }

    private static boolean isUnnamed(Change change) {
        return change instanceof Change.AddForeignKey add
                && add.foreignKey().name().isEmpty();
    }

    private List<Change> at(Phase phase) {
        return phases.computeIfAbsent(phase, p -> new ArrayList<>());
    }
}
