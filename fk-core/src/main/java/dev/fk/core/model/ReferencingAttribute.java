package dev.fk.core.model;

import dev.fk.core.schema.Deferrability;
import dev.fk.core.schema.ReferentialAction;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** An attribute that is a foreign key by itself: what {@code references} returns. */
@API(status = Status.EXPERIMENTAL)
public record ReferencingAttribute(AttributeDefinition definition) implements Attribute<ReferencingAttribute> {
    @Override
    public ReferencingAttribute with(AttributeDefinition other) {
        return new ReferencingAttribute(other);
    }

    public ReferencingAttribute onDelete(ReferentialAction action) {
        Given.all(action);
        return with(definition.withReference(reference().withOnDelete(action)));
    }

    public ReferencingAttribute onUpdate(ReferentialAction action) {
        Given.all(action);
        return with(definition.withReference(reference().withOnUpdate(action)));
    }

    /** PostgreSQL only; a server that has no deferrable constraints is refused before any DDL. */
    public ReferencingAttribute deferrable(Deferrability deferrability) {
        Given.all(deferrability);
        return with(definition.withReference(reference().withDeferrability(deferrability)));
    }

    public ReferencingAttribute constraintName(String name) {
        Given.all(name);
        return with(definition.withReference(reference().withConstraintName(name)));
    }

    private Reference reference() {
        return definition.reference().orElseThrow();
    }
}
