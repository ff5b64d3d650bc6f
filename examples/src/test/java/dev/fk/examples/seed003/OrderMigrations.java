package dev.fk.examples.seed003;

import static dev.fk.core.model.Attributes.integer;
import static dev.fk.core.schema.ReferentialAction.CASCADE;

import dev.fk.core.migration.Migration;
import dev.fk.core.migration.QueryInterface;
import dev.fk.core.source.MigrationSource;
import java.util.List;

/** Two tables and a foreign key to which the server gives a name. */
public final class OrderMigrations implements MigrationSource {
    @Override
    public List<Migration> migrations() {
        return List.of(new CreateOrders());
    }

    /** The only one. */
    static final class CreateOrders implements Migration {
        @Override
        public String id() {
            return "20240101-create-orders";
        }

        @Override
        public void up(QueryInterface q) {
            q.createTable(
                    "customers", t -> t.column("id", integer().primaryKey().autoIncrement()));
            q.createTable("orders", t -> t.column("id", integer().primaryKey().autoIncrement())
                    .column(
                            "customer_id",
                            integer().references("customers", "id").onDelete(CASCADE)));
        }
    }
}
