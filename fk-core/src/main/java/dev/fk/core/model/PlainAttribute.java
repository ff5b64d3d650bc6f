package dev.fk.core.model;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** An attribute of a type without options of its own. */
@API(status = Status.EXPERIMENTAL)
public record PlainAttribute(AttributeDefinition definition) implements Attribute<PlainAttribute> {
    @Override
    public PlainAttribute with(AttributeDefinition other) {
        return new PlainAttribute(other);
    }
}
