package dev.fk.core.probe;

import dev.fk.core.diff.Change;
import dev.fk.core.diff.ChangeSet;
import dev.fk.core.diff.Patch;
import dev.fk.core.schema.CanonicalSchema;
import dev.fk.core.schema.ForeignKey;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.schema.Schema;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What tables of any schema are called where copies of them are: there all have a name without a schema, and one of their own.
 * Types of another schema are used where they are.
 */
record Copies(CanonicalSchema originals, Map<QualifiedName, QualifiedName> names) {
    static Copies of(CanonicalSchema originals) {
        Map<QualifiedName, QualifiedName> names = new LinkedHashMap<>();
        for (QualifiedName table : originals.schema().tables().keySet()) {
            if (table.schema().isEmpty()) {
                names.put(table, table);
            }
        }
        for (QualifiedName table : originals.schema().tables().keySet()) {
            if (table.schema().isPresent()) {
                names.put(table, free(table.name(), names));
            }
        }
        return new Copies(originals, Map.copyOf(names));
    }

    private static QualifiedName free(String wanted, Map<QualifiedName, QualifiedName> taken) {
        String name = wanted;
        for (int i = 2; isTaken(name, taken); i++) {
            name = wanted + "_" + i;
        }
        return QualifiedName.of(name);
    }

    /** Where the server does not tell names apart by case, either. */
    private static boolean isTaken(String name, Map<QualifiedName, QualifiedName> taken) {
        return taken.values().stream().anyMatch(t -> t.name().equalsIgnoreCase(name));
    }

    /** The tables as they are called there, with all types. */
    Schema schema() {
        List<Change> renamed = names.entrySet().stream()
                .filter(n -> !n.getKey().equals(n.getValue()))
                .<Change>map(n -> new Change.RenameTable(n.getKey(), n.getValue()))
                .toList();
        return Patch.apply(originals.schema(), new ChangeSet(renamed));
    }

    /** What has to be made. */
    CanonicalSchema toMake() {
        Schema called = schema();
        return originals.restrictedTo(
                called.tables().values(),
                called.enums().values().stream()
                        .filter(e -> e.name().schema().isEmpty())
                        .toList());
    }

    QualifiedName of(QualifiedName table) {
        return names.getOrDefault(table, table);
    }

    ForeignKey of(ForeignKey key) {
        return key.withReferenced(of(key.referencedTable()), key.referencedColumns());
    }

    <T> Map<QualifiedName, T> of(Map<QualifiedName, T> byTable) {
        Map<QualifiedName, T> called = new HashMap<>();
        byTable.forEach((table, value) -> called.put(of(table), Objects.requireNonNull(value)));
        return called;
    }
}
