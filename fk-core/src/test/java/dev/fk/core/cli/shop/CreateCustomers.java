package dev.fk.core.cli.shop;

import static dev.fk.core.model.Attributes.integer;
import static dev.fk.core.model.Attributes.string;

import dev.fk.core.migration.Migration;
import dev.fk.core.migration.QueryInterface;

final class CreateCustomers implements Migration {
    @Override
    public String id() {
        return "20240101-create-customers";
    }

    @Override
    public void up(QueryInterface q) {
        q.createTable("customers", t -> t.column("id", integer().primaryKey().autoIncrement())
                .column("name", string(60).notNull().unique("customers_name")));
    }
}
