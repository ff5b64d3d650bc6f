package dev.fk.examples.parity;

import static dev.fk.core.model.Attributes.bool;
import static dev.fk.core.model.Attributes.dateTime;
import static dev.fk.core.model.Attributes.decimal;
import static dev.fk.core.model.Attributes.enumOf;
import static dev.fk.core.model.Attributes.integer;
import static dev.fk.core.model.Attributes.json;
import static dev.fk.core.model.Attributes.string;
import static dev.fk.core.model.Attributes.uuid;
import static dev.fk.core.schema.ReferentialAction.CASCADE;

import dev.fk.core.model.Models;
import dev.fk.core.source.ModelSource;

/** A shop with a column of every type that servers have different words for. */
public final class ShopModels implements ModelSource {
    private static final Models MODELS = Models.define(models -> {
        var customer = models.model("Customer", m -> m.tableName("customers")
                .attribute("id", uuid().primaryKey())
                .attribute("email", string(120).notNull().unique())
                .attribute("active", bool().notNull().defaultValue(true))
                .attribute("settings", json())
                .attribute("level", enumOf("guest", "regular", "gold").notNull().defaultValue("guest")));
        var order = models.model("Order", m -> m.tableName("orders")
                .attribute("id", integer().primaryKey().autoIncrement())
                .attribute("total", decimal(10, 2).notNull().defaultValue(0))
                .attribute("paid", bool().notNull().defaultValue(false))
                .attribute("placedAt", dateTime().notNull())
                .check("orders_total_positive", "total >= 0")
                .index("placedAt"));
        var item = models.model("Item", m -> m.tableName("items")
                .attribute("id", integer().primaryKey().autoIncrement())
                .attribute("amount", integer().notNull().defaultValue(1))
                .attribute("product", string(60).notNull())
                .noTimestamps());

        customer.hasMany(
                order, a -> a.foreignKey("customerId", key -> key.notNull()).onDelete(CASCADE));
        order.belongsTo(customer, a -> a.foreignKey("customerId"));
        order.hasMany(item, a -> a.foreignKey("orderId", key -> key.notNull()).onDelete(CASCADE));
        item.belongsTo(order, a -> a.foreignKey("orderId"));
    });

    @Override
    public Models models() {
        return MODELS;
    }
}
