package dev.fk.core.dialect.postgresql;

import dev.fk.core.dialect.Objection;
import dev.fk.core.schema.Column;
import dev.fk.core.schema.Deferrability;
import dev.fk.core.schema.ForeignKey;
import dev.fk.core.schema.Generation;
import dev.fk.core.schema.ReferentialAction;
import dev.fk.core.schema.Schema;
import dev.fk.core.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What PostgreSQL refuses about a foreign key: on a computed column (42601; 0A000 for virtual ones, PostgreSQL 18), to an
 * unlogged table (42P16), which is empty after a crash, and to a key that is deferrable (55000), which may have duplicates
 * meanwhile.
 */
final class ForeignKeyObjections {
    private static final Set<ReferentialAction> SETTING_ON_DELETE =
            Set.of(ReferentialAction.SET_NULL, ReferentialAction.SET_DEFAULT);
    private static final Set<ReferentialAction> SETTING_ON_UPDATE =
            Set.of(ReferentialAction.SET_NULL, ReferentialAction.SET_DEFAULT, ReferentialAction.CASCADE);

    private ForeignKeyObjections() {}

    static List<Objection> of(Table table, Schema reachable) {
        List<Objection> objections = new ArrayList<>();
        for (ForeignKey key : table.foreignKeys()) {
            reachable
                    .table(key.referencedTable())
                    .flatMap(p -> unlasting(table, key, p))
                    .ifPresent(objections::add);
            ownOrOther(table, key, reachable)
                    .flatMap(p -> deferrable(table, key, p))
                    .ifPresent(objections::add);
            for (String name : key.columns()) {
                table.column(name).flatMap(c -> about(table, key, c)).ifPresent(objections::add);
            }
        }
        return objections;
    }

    private static Optional<Objection> unlasting(Table table, ForeignKey key, Table parent) {
        return Optional.of(new Objection(
                        "FK233",
                        key.columns(),
                        parent.name() + " is an unlogged table, and " + table.name()
                                + ", which would reference it, is permanent",
                        "Let both be unlogged, or none of them."))
                .filter(o ->
                        parent.options().has(Keys.UNLOGGED) && !table.options().has(Keys.UNLOGGED));
    }

    private static Optional<Table> ownOrOther(Table table, ForeignKey key, Schema reachable) {
        return key.referencedTable().equals(table.name()) ? Optional.of(table) : reachable.table(key.referencedTable());
    }

    private static Optional<Objection> deferrable(Table table, ForeignKey key, Table parent) {
        boolean only =
                parent.isUnique(key.referencedColumns()) && !atOnce(parent).isUnique(key.referencedColumns());
        String columns = parent.name() + "(" + String.join(", ", key.referencedColumns()) + ")";
        return Optional.of(new Objection(
                        "FK237",
                        key.columns(),
                        table.name() + "(" + String.join(", ", key.columns()) + ") references " + columns
                                + ", whose key is DEFERRABLE: its values may be there twice until the end of a transaction",
                        "Make the key of " + columns + " NOT DEFERRABLE."))
                .filter(o -> only);
    }

    /** The table with those keys only that hold at every moment. */
    private static Table atOnce(Table table) {
        return table.withPrimaryKey(table.primaryKey().filter(k -> k.deferrability() == Deferrability.NOT_DEFERRABLE))
                .withUniqueKeys(table.uniqueKeys().stream()
                        .filter(k -> k.deferrability() == Deferrability.NOT_DEFERRABLE)
                        .toList());
    }

    private static Optional<Objection> about(Table table, ForeignKey key, Column column) {
        if (!(column.generation() instanceof Generation.Computed computed)) {
            return Optional.empty();
        }
        String place = table.name() + "." + column.name();
        if (computed.storage() == Generation.Computed.Storage.VIRTUAL) {
            return Optional.of(new Objection(
                    "FK231",
                    key.columns(),
                    place + " is computed when it is read, but the foreign key on it needs values that are stored",
                    "Store the column."));
        }
        boolean sets = SETTING_ON_DELETE.contains(key.onDelete()) || SETTING_ON_UPDATE.contains(key.onUpdate());
        return Optional.of(new Objection(
                        "FK231",
                        key.columns(),
                        place + " is computed, but the foreign key on it would set it (ON DELETE " + key.onDelete()
                                + ", ON UPDATE " + key.onUpdate() + ")",
                        "Use ON DELETE CASCADE or NO ACTION, and ON UPDATE NO ACTION."))
                .filter(o -> sets);
    }
}
