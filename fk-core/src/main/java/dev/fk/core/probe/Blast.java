package dev.fk.core.probe;

import dev.fk.core.dialect.Capabilities;
import dev.fk.core.dialect.Dialect;
import dev.fk.core.dialect.ServerInfo;
import dev.fk.core.schema.Enforcement;
import dev.fk.core.schema.ForeignKey;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.schema.ReferentialAction;
import dev.fk.core.schema.Schema;
import dev.fk.core.schema.Table;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/** Follows foreign keys against their direction, nearest tables first. */
final class Blast {
    private final Schema schema;
    private final Dialect dialect;
    private final Capabilities server;
    private final TreeMap<QualifiedName, BlastPath> cascades = new TreeMap<>();
    private final TreeMap<QualifiedName, BlastPath> nulls = new TreeMap<>();
    private final TreeMap<QualifiedName, BlastPath> defaults = new TreeMap<>();
    private final TreeMap<QualifiedName, BlastPath> updates = new TreeMap<>();
    private final TreeMap<QualifiedName, BlastPath> blockers = new TreeMap<>();
    private final Deque<Wave> open = new ArrayDeque<>();
    private final Set<ForeignKey> followed = new HashSet<>();

    /** Rows of a table that are deleted, or in which columns change; empty means deleted. */
    private record Wave(QualifiedName table, Set<String> changed, BlastPath path) {
        boolean deletes() {
            return changed.isEmpty();
        }
    }

    Blast(Schema schema, Dialect dialect, ServerInfo server) {
        this.schema = schema;
        this.dialect = dialect;
        this.server = dialect.capabilities(server.version());
    }

    BlastRadius from(QualifiedName start) {
        open.add(new Wave(start, Set.of(), new BlastPath(start, List.of())));
        while (!open.isEmpty()) {
            spread(open.remove());
        }
        return new BlastRadius(start, cascades, nulls, defaults, updates, blockers);
    }

    private void spread(Wave wave) {
        Set<QualifiedName> holders = new HashSet<>();
        addWholes(wave.table(), holders);
        addParts(wave.table(), holders);
        for (Table table : schema.tables().values()) {
            for (ForeignKey key : table.foreignKeys()) {
                boolean references = holders.contains(key.referencedTable());
                boolean touched = wave.deletes() || !Collections.disjoint(key.referencedColumns(), wave.changed());
                if (references && touched && key.enforcement() != Enforcement.NOT_ENFORCED && !key.isSwitchedOff()) {
                    hop(wave, table, key);
                }
            }
        }
    }

    /** The table, and what it is a partition of. */
    private void addWholes(QualifiedName table, Set<QualifiedName> holders) {
        holders.add(table);
        schema.table(table).filter(dialect::isPartition).stream()
                .flatMap(t -> dialect.parents(t).stream())
                .forEach(p -> addWholes(p, holders));
    }

    /** The table, and its partitions. */
    private void addParts(QualifiedName table, Set<QualifiedName> holders) {
        holders.add(table);
        schema.tables().values().stream()
                .filter(t -> dialect.isPartition(t) && dialect.parents(t).contains(table))
                .forEach(t -> addParts(t.name(), holders));
    }

    private void hop(Wave wave, Table table, ForeignKey key) {
        ReferentialAction action = wave.deletes()
                ? carriedOut(key.onDelete(), server.onDelete())
                : carriedOut(key.onUpdate(), server.onUpdate());
        BlastPath path = wave.path().and(new BlastPath.Hop(table.name(), key, wave.deletes(), action));
        List<String> some = key.onDeleteColumns();
        Set<String> columns = Set.copyOf(wave.deletes() && !some.isEmpty() ? some : key.columns());
        switch (action) {
            case NO_ACTION, RESTRICT -> blockers.putIfAbsent(table.name(), path);
            case SET_NULL -> {
                nulls.putIfAbsent(table.name(), path);
                goOn(new Wave(table.name(), columns, path), key);
            }
            case SET_DEFAULT -> {
                defaults.putIfAbsent(table.name(), path);
                goOn(new Wave(table.name(), columns, path), key);
            }
            case CASCADE -> {
                boolean first = (wave.deletes() ? cascades : updates).putIfAbsent(table.name(), path) == null;
                if (wave.deletes() && first) {
                    open.add(new Wave(table.name(), Set.of(), path));
                } else if (!wave.deletes()) {
                    goOn(new Wave(table.name(), columns, path), key);
                }
            }
        }
    }

    /** A key that has changed is followed once; a circle ends there. */
    private void goOn(Wave wave, ForeignKey key) {
        if (followed.add(key)) {
            open.add(wave);
        }
    }

    /** What a server takes but does not do it carries out as NO ACTION: SET DEFAULT on the MySQL family. */
    private static ReferentialAction carriedOut(ReferentialAction declared, Set<ReferentialAction> can) {
        return can.contains(declared) ? declared : ReferentialAction.NO_ACTION;
    }
}
