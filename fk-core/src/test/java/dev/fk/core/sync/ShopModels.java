package dev.fk.core.sync;

import static dev.fk.core.model.Attributes.dateTime;
import static dev.fk.core.model.Attributes.integer;
import static dev.fk.core.model.Attributes.string;

import dev.fk.core.model.Models;
import dev.fk.core.plan.Risk;
import dev.fk.core.schema.ReferentialAction;

/** A shop before and after a change that takes many statements, on every table and on foreign keys between them. */
final class ShopModels {
    static final Models BEFORE = Models.define(models -> {
        var customer = models.model("Customer", m -> m.tableName("customer")
                .attribute("id", integer().primaryKey().autoIncrement())
                .attribute("email", string(60).notNull())
                .attribute("fax", string(20))
                .noTimestamps());
        var order = models.model("Order", m -> m.tableName("orders")
                .attribute("id", integer().primaryKey().autoIncrement())
                .attribute("note", string(40))
                .noTimestamps());
        customer.hasMany(order, a -> a.foreignKey("customerId").onDelete(ReferentialAction.SET_NULL));
    });

    static final Models AFTER = Models.define(models -> {
        var customer = models.model("Customer", m -> m.tableName("customer")
                .attribute("id", integer().primaryKey().autoIncrement())
                .attribute("email", string(90).notNull().unique("customer_email"))
                .attribute("phone", string(20))
                .noTimestamps());
        var order = models.model("Order", m -> m.tableName("orders")
                .attribute("id", integer().primaryKey().autoIncrement())
                .attribute("note", string(80).notNull().defaultValue("none"))
                .attribute("placedAt", dateTime())
                .noTimestamps());
        var line = models.model("Line", m -> m.tableName("line")
                .attribute("id", integer().primaryKey().autoIncrement())
                .attribute("amount", integer().notNull())
                .noTimestamps());
        customer.hasMany(order, a -> a.foreignKey("customerId").onDelete(ReferentialAction.RESTRICT));
        order.hasMany(line, a -> a.foreignKey("orderId", k -> k.notNull()).onDelete(ReferentialAction.CASCADE));
        order.belongsTo(line, a -> a.as("firstLine").foreignKey("firstLineId"));
    });

    private ShopModels() {}

    static Sync afterwards() {
        return Sync.alter().allowing(Risk.DESTRUCTIVE).verifying();
    }
}
