package dev.fk.examples.seed002;

import static dev.fk.core.model.Attributes.bool;
import static dev.fk.core.model.Attributes.dateTime;
import static dev.fk.core.model.Attributes.integer;

import dev.fk.core.migration.Migration;
import dev.fk.core.migration.QueryInterface;

/** Two tables, one of which references the other. */
final class CreateUsers implements Migration {
    @Override
    public String id() {
        return "20140101-create-users";
    }

    @Override
    public void up(QueryInterface q) {
        q.createTable("users", t -> t.column("id", integer().primaryKey().autoIncrement())
                .column("can_maintain_system", bool().notNull().defaultValue(false))
                .column("createdAt", dateTime())
                .column("updatedAt", dateTime()));
        q.createTable("user_emails", t -> t.column("id", integer().primaryKey().autoIncrement())
                .column("userId", integer().references("users", "id"))
                .column("createdAt", dateTime())
                .column("updatedAt", dateTime()));
    }
}
