package dev.fk.core.dialect.postgresql;

import dev.fk.core.dialect.Objection;
import dev.fk.core.schema.Column;
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
 * What PostgreSQL refuses about a foreign key: on a computed column (42601; 0A000 for virtual ones, PostgreSQL 18), and to an
 * unlogged table (42P16), which is empty after a crash.
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
