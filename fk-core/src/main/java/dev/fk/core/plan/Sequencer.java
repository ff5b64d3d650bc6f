package dev.fk.core.plan;

import dev.fk.core.diff.Change;
import dev.fk.core.diff.ChangeSet;
import dev.fk.core.schema.ForeignKey;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.schema.Schema;
import dev.fk.core.schema.Table;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Orders changes so that every prefix can be executed: foreign keys that are in the way are taken out first, tables are
 * created parents first, and a foreign key is part of its CREATE TABLE exactly if its parent is there by then.
 */
final class Sequencer {
    private final Schema from;
    private final ChangeSet changes;
    private final Map<Phase, List<Change>> phases = new EnumMap<>(Phase.class);
    private final Map<QualifiedName, Table> dropped;
    private final Map<QualifiedName, Table> created;

    private Sequencer(Schema from, ChangeSet changes) {
        this.from = from;
        this.changes = changes;
        this.dropped = byName(changes.ofType(Change.DropTable.class).stream()
                .map(Change.DropTable::definition)
                .toList());
        this.created = byName(changes.ofType(Change.CreateTable.class).stream()
                .map(Change.CreateTable::definition)
                .toList());
        for (Phase phase : Phase.values()) {
            phases.put(phase, new ArrayList<>());
        }
    }

    private static Map<QualifiedName, Table> byName(Collection<Table> tables) {
        return tables.stream().collect(Collectors.toMap(Table::name, t -> t, (a, b) -> b, TreeMap::new));
    }

    static List<Change> sequence(Schema from, ChangeSet changes) {
        Sequencer sequencer = new Sequencer(from, changes);
        sequencer.distribute();
        sequencer.detachForeignKeys();
        sequencer.dropTables();
        sequencer.createTables();
        return sequencer.phases.values().stream().flatMap(List::stream).toList();
    }

    /** Everything but whole tables goes where it belongs; an altered foreign key is dropped and added. */
    private void distribute() {
        for (Change change : changes.changes()) {
            if (change instanceof Change.AlterForeignKey alter) {
                at(Phase.DROP_FOREIGN_KEYS).add(new Change.DropForeignKey(alter.table(), alter.from()));
                at(Phase.ADD_FOREIGN_KEYS).add(new Change.AddForeignKey(alter.table(), alter.to()));
            } else if (!(change instanceof Change.CreateTable || change instanceof Change.DropTable)) {
                at(Phase.of(change)).add(change);
            }
        }
    }

    /** Foreign keys that stay but would be in the way of another change are taken out first and put back last. */
    private void detachForeignKeys() {
        Obstruction obstruction = Obstruction.of(changes);
        Map<QualifiedName, Set<ForeignKey>> gone = new HashMap<>();
        for (Change.DropForeignKey drop : forType(Phase.DROP_FOREIGN_KEYS, Change.DropForeignKey.class)) {
            gone.computeIfAbsent(drop.table(), t -> new HashSet<>()).add(drop.foreignKey());
        }
        for (Table table : from.tables().values()) {
            if (dropped.containsKey(table.name())) {
                continue;
            }
            for (ForeignKey key : table.foreignKeys()) {
                if (gone.getOrDefault(table.name(), Set.of()).contains(key)) {
                    continue;
                }
                boolean orphaned = dropped.containsKey(key.referencedTable());
                if (orphaned || obstruction.by(table.name(), key)) {
                    at(Phase.DROP_FOREIGN_KEYS).add(new Change.DropForeignKey(table.name(), key));
                    if (!orphaned || created.containsKey(key.referencedTable())) {
                        at(Phase.ADD_FOREIGN_KEYS).add(new Change.AddForeignKey(table.name(), key));
                    }
                }
            }
        }
    }

    /** Children first; the foreign keys that close a cycle go before. */
    private void dropTables() {
        List<Table> order = new ArrayList<>(TableOrder.parentsFirst(dropped.values()));
        Collections.reverse(order);
        Set<QualifiedName> gone = new HashSet<>();
        for (Table table : order) {
            for (ForeignKey key : table.foreignKeys()) {
                if (gone.contains(key.referencedTable())) {
                    at(Phase.DROP_FOREIGN_KEYS).add(new Change.DropForeignKey(table.name(), key));
                    dropped.computeIfPresent(
                            table.name(),
                            (n, t) -> t.withForeignKeys(t.foreignKeys().stream()
                                    .filter(k -> !k.equals(key))
                                    .toList()));
                }
            }
            gone.add(table.name());
        }
        order.forEach(t -> at(Phase.DROP_TABLES).add(new Change.DropTable(dropped.get(t.name()))));
    }

    /** Parents first; a foreign key whose parent is not ready yet is added at the end. */
    private void createTables() {
        Set<QualifiedName> ready = new HashSet<>(from.tables().keySet());
        ready.removeAll(dropped.keySet());
        changes.changes().forEach(c -> ready.remove(c.subject()));
        for (Table table : TableOrder.parentsFirst(created.values())) {
            ready.add(table.name());
            Map<Boolean, List<ForeignKey>> byReadiness = table.foreignKeys().stream()
                    .collect(Collectors.partitioningBy(k -> ready.contains(k.referencedTable())));
            at(Phase.CREATE_TABLES).add(new Change.CreateTable(table.withForeignKeys(byReadiness.get(true))));
            byReadiness.get(false).forEach(k -> at(Phase.ADD_FOREIGN_KEYS)
                    .add(new Change.AddForeignKey(table.name(), k)));
        }
    }

    private List<Change> at(Phase phase) {
        return phases.get(phase);
    }

    private <T extends Change> Set<T> forType(Phase phase, Class<T> type) {
        return at(phase).stream()
                .filter(type::isInstance)
                .map(type::cast)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
