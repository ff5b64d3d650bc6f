package dev.fk.core.model;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Builds {@code parent.hasOne(child, a -> …)}: the foreign key is on the child. */
@API(status = Status.EXPERIMENTAL)
public final class HasOneSpec extends DirectAssociationSpec<HasOneSpec> {
    HasOneSpec() {}

    @Override
    HasOneSpec self() {
        return this;
    }

    /** The attributes of the parent that the foreign key references, by default its primary key. They must be unique. */
    public HasOneSpec sourceKey(String... attributes) {
        referenced.add(Declared.here(Given.names(attributes)));
        return this;
    }

    /** Makes the foreign key unique, so that there can be only one child. Sequelize leaves that to the application. */
    public HasOneSpec unique() {
        key.unique();
        return this;
    }
}
