package dev.fk.examples.shop;

import static dev.fk.core.schema.ReferentialAction.CASCADE;
import static dev.fk.core.schema.ReferentialAction.NO_ACTION;

import dev.fk.core.model.Models;
import dev.fk.core.model.annotation.BelongsTo;
import dev.fk.core.model.annotation.Id;
import dev.fk.core.model.annotation.Index;
import dev.fk.core.model.annotation.Table;
import dev.fk.core.model.annotation.Unique;

/** What the migrations of a shop, whatever runs them, are to build. */
public final class ShopModels {
    public static final Models MODELS = Models.of(Customer.class, Order.class);

    private ShopModels() {}

    @Table("customers")
    record Customer(@Id int id, @Unique String email) {}

    @Table("orders")
    @Index(value = "customer_id", name = "orders_by_customer")
    record Order(
            @Id int id,
            @BelongsTo(foreignKey = "customer_id", onDelete = CASCADE, onUpdate = NO_ACTION) Customer customer) {}
}
