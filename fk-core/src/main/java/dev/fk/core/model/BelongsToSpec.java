package dev.fk.core.model;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Builds {@code child.belongsTo(parent, a -> …)}: the foreign key is on the child. */
@API(status = Status.EXPERIMENTAL)
public final class BelongsToSpec extends DirectAssociationSpec<BelongsToSpec> {
    BelongsToSpec() {}

    @Override
    BelongsToSpec self() {
        return this;
    }

    /** The attributes of the parent that the foreign key references, by default its primary key. They must be unique. */
    public BelongsToSpec targetKey(String... attributes) {
        referenced.add(Declared.here(Given.names(attributes)));
        return this;
    }
}
