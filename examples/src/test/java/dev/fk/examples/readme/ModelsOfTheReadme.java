package dev.fk.examples.readme;

import static dev.fk.core.model.Attributes.decimal;
import static dev.fk.core.model.Attributes.string;
import static dev.fk.core.schema.ReferentialAction.CASCADE;

import dev.fk.core.model.Models;
import dev.fk.core.source.ModelSource;

/** The models that the README shows in lambda form. */
// snippet
public final class ModelsOfTheReadme implements ModelSource {
    static final Models MODELS = Models.define(models -> {
        var customer = models.model(
                "Customer", m -> m.attribute("email", string().notNull().unique()));
        var order = models.model("Order", m -> m.tableName("orders")
                .attribute("total", decimal(10, 2).notNull()));

        customer.hasMany(
                order, a -> a.foreignKey("customerId", key -> key.notNull()).onDelete(CASCADE));
        order.belongsTo(customer, a -> a.foreignKey("customerId"));
    });

    @Override
    public Models models() {
        return MODELS;
    }
}
// end
