package dev.fk.core.cli;

import static dev.fk.core.model.Attributes.dateTime;
import static dev.fk.core.model.Attributes.enumOf;
import static dev.fk.core.model.Attributes.integer;
import static dev.fk.core.model.Attributes.string;
import static dev.fk.core.schema.ReferentialAction.RESTRICT;

import dev.fk.core.model.Models;
import dev.fk.core.source.ModelSource;

/** Further than the migrations in the package shop: an order has a state, an invoice there is, and no name is unique. */
final class ShopModels implements ModelSource {
    @Override
    public Models models() {
        return Models.define(models -> {
            models.model("Customer", m -> m.tableName("customers")
                    .attribute("id", integer().primaryKey().autoIncrement())
                    .attribute("fullName", string(60).notNull().field("full_name"))
                    .noTimestamps());
            models.model("Order", m -> m.tableName("orders")
                    .attribute("id", integer().primaryKey().autoIncrement())
                    .attribute(
                            "customerId",
                            integer()
                                    .notNull()
                                    .field("customer_id")
                                    .references("customers", "id")
                                    .onDelete(RESTRICT)
                                    .constraintName("orders_customer"))
                    .attribute("state", enumOf("open", "paid").notNull().defaultValue("open"))
                    .noTimestamps());
            models.model("Invoice", m -> m.tableName("invoices")
                    .attribute("id", integer().primaryKey().autoIncrement())
                    .attribute("orderId", integer().field("order_id").references("orders", "id"))
                    .attribute("sentAt", dateTime().field("sent_at"))
                    .noTimestamps());
        });
    }
}
