package dev.fk.core.plan;

import dev.fk.core.diff.Change;
import dev.fk.core.schema.ForeignKey;
import dev.fk.core.schema.QualifiedName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Brings changes of the same table together, as far as that leaves the order between tables: foreign keys still go first
 * and come back last, and what happens between that within one table concerns no other.
 */
final class Batches {
    private enum Band {
        DROP_FOREIGN_KEYS,
        WITHIN_TABLE,
        MOVE_COLUMNS,
        ADD_NAMED_FOREIGN_KEYS,
        ADD_FOREIGN_KEYS
    }

    private record Key(Band band, QualifiedName table) {}

    private Batches() {}

    static List<List<Change>> single(List<Change> ordered) {
        return ordered.stream().map(List::of).toList();
    }

    static List<List<Change>> of(List<Change> ordered) {
        Map<Object, List<Change>> batches = new LinkedHashMap<>();
        for (Change change : ordered) {
            Object key = band(change)
                    .<Object>map(b -> new Key(b, change.subject()))
                    .orElseGet(() -> List.of(batches.size()));
            batches.computeIfAbsent(key, k -> new ArrayList<>()).add(change);
        }
        return List.copyOf(batches.values());
    }

    /** Whether two changes are made by one statement, where statements make several. */
    static boolean areTogether(Change one, Change other) {
        return one.subject().equals(other.subject())
                && band(one).isPresent()
                && band(one).equals(band(other));
    }

    private static Optional<Band> band(Change change) {
        if (change instanceof Change.RenameConstraint rename && rename.from() instanceof ForeignKey) {
            return Optional.empty();
        }
        return switch (Phase.of(change)) {
            case DROP_FOREIGN_KEYS -> Optional.of(Band.DROP_FOREIGN_KEYS);
            case DROP_CONSTRAINTS,
                    RENAME_CONSTRAINTS,
                    LEAVE_COMPUTATIONS,
                    DROP_COLUMNS,
                    DROP_DEFAULTS,
                    ALTER_TABLES,
                    ADD_COLUMNS,
                    ALTER_COLUMNS,
                    ENTER_COMPUTATIONS,
                    ADD_KEYS -> Optional.of(Band.WITHIN_TABLE);
            case MOVE_COLUMNS -> Optional.of(Band.MOVE_COLUMNS);
            case ADD_FOREIGN_KEYS -> Optional.of(added(change));
            case RENAME, DROP_TABLES, ENUMS, CREATE_TABLES, DROP_ENUMS -> Optional.empty();
        };
    }

    /** Within one statement MySQL 9.7 names an unnamed foreign key as if the others were not there yet. */
    private static Band added(Change change) {
        boolean named = change instanceof Change.AddForeignKey add
                && add.foreignKey().name().isPresent();
        return named ? Band.ADD_NAMED_FOREIGN_KEYS : Band.ADD_FOREIGN_KEYS;
    }
}
