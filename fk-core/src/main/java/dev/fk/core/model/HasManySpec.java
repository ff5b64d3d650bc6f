package dev.fk.core.model;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Builds {@code parent.hasMany(child, a -> …)}: the foreign key is on the child. */
@API(status = Status.EXPERIMENTAL)
public final class HasManySpec extends DirectAssociationSpec<HasManySpec> {
    HasManySpec() {}

    @Override
    HasManySpec self() {
        return this;
    }

    /** The attributes of the parent that the foreign key references, by default its primary key. They must be unique. */
    public HasManySpec sourceKey(String... attributes) {
        referenced.add(Declared.here(Given.names(attributes)));
        return this;
    }
}
