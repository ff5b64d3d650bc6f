package dev.fk.examples.seed002;

import static dev.fk.core.diff.ColumnPosition.after;
import static dev.fk.core.model.Attributes.uuid;
import static dev.fk.core.schema.ReferentialAction.CASCADE;
import static dev.fk.core.schema.ReferentialAction.SET_NULL;

import dev.fk.core.migration.Migration;
import dev.fk.core.migration.QueryInterface;

// snippet
public final class AddRegionToUsers implements Migration {
    @Override
    public String id() {
        return "20240206-add-region_id-in-users";
    }

    @Override
    public void up(QueryInterface q) {
        q.createTable("regions", t -> t.column("id", uuid().primaryKey()));
        q.addColumn(
                "users",
                "region_id",
                uuid().references("regions", "id").onUpdate(CASCADE).onDelete(SET_NULL),
                after("can_maintain_system"));
    }
}
// end
