package consumer;

import static dev.fk.core.schema.ReferentialAction.CASCADE;

import dev.fk.core.model.annotation.AutoIncrement;
import dev.fk.core.model.annotation.BelongsTo;
import dev.fk.core.model.annotation.Id;
import dev.fk.core.model.annotation.Table;

@Table("orders")
record Order(@Id @AutoIncrement int id, @BelongsTo(foreignKey = "customer_id", onDelete = CASCADE) Customer customer) {}
