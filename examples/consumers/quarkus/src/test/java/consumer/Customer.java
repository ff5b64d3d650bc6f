package consumer;

import dev.fk.core.model.annotation.AutoIncrement;
import dev.fk.core.model.annotation.Id;
import dev.fk.core.model.annotation.Table;
import dev.fk.core.model.annotation.Unique;

@Table("customers")
record Customer(@Id @AutoIncrement int id, @Unique String email) {}
