package dev.fk.core.rule;

import dev.fk.core.diff.Change;
import dev.fk.core.schema.ForeignKey;
import dev.fk.core.schema.ReferentialAction;
import java.util.List;

/** Foreign keys with other actions. */
final class ForeignKeyChanges {
    private ForeignKeyChanges() {}

    static Change onDelete(Member<ForeignKey> key, ReferentialAction action) {
        ForeignKey from = key.value();
        return new Change.AlterForeignKey(
                key.table().name(),
                from,
                from.withActions(action, from.onUpdate()).withOnDeleteColumns(List.of()));
    }

    static Change onUpdate(Member<ForeignKey> key, ReferentialAction action) {
        ForeignKey from = key.value();
        return new Change.AlterForeignKey(key.table().name(), from, from.withActions(from.onDelete(), action));
    }
}
