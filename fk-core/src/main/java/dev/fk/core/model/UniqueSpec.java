package dev.fk.core.model;

import dev.fk.core.schema.Deferrability;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Builds a unique constraint inside {@code m.unique(u -> …)}. */
@API(status = Status.EXPERIMENTAL)
public final class UniqueSpec {
    final List<String> attributes = new ArrayList<>();
    Optional<String> name = Optional.empty();
    Deferrability deferrability = Deferrability.NOT_DEFERRABLE;

    UniqueSpec() {}

    /** The attributes (or columns) that are unique together, in this order. */
    public UniqueSpec on(String... attributeNames) {
        attributes.addAll(Given.names(attributeNames));
        return this;
    }

    /** The name of the constraint, which otherwise the server chooses. */
    public UniqueSpec named(String constraint) {
        Given.all(constraint);
        name = Optional.of(constraint);
        return this;
    }

    /** PostgreSQL only; a server that has no deferrable constraints is refused before any DDL. */
    public UniqueSpec deferrable(Deferrability when) {
        Given.all(when);
        deferrability = when;
        return this;
    }
}
