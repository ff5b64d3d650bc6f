package dev.fk.core.cli.shop;

import static dev.fk.core.model.Attributes.integer;
import static dev.fk.core.schema.ReferentialAction.CASCADE;

import dev.fk.core.migration.Migration;
import dev.fk.core.migration.QueryInterface;

final class CreateOrders implements Migration {
    @Override
    public String id() {
        return "20240102-create-orders";
    }

    @Override
    public void up(QueryInterface q) {
        q.createTable("orders", t -> t.column("id", integer().primaryKey().autoIncrement())
                .column(
                        "customer_id",
                        integer()
                                .notNull()
                                .references("customers", "id")
                                .onDelete(CASCADE)
                                .constraintName("orders_customer")));
    }
}
