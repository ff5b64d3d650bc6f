package dev.fk.core.model;

import dev.fk.core.schema.Deferrability;
import dev.fk.core.schema.MatchType;
import java.util.ArrayList;
import java.util.List;

/**
 * An association of two models by one foreign key.
 *
 * @param <S> the kind
 */
abstract sealed class DirectAssociationSpec<S extends DirectAssociationSpec<S>> extends AssociationSpec<S>
        permits HasOneSpec, HasManySpec, BelongsToSpec {
    /** The referenced attributes: {@code sourceKey} or {@code targetKey}. */
    final List<Declared<List<String>>> referenced = new ArrayList<>();

    /** The name of the foreign key constraint, which otherwise the server chooses. */
    public S constraintName(String name) {
        key.constraintName(name);
        return self();
    }

    /** PostgreSQL only; a server that has no deferrable constraints is refused before any DDL. */
    public S deferrable(Deferrability deferrability) {
        key.deferrable(deferrability);
        return self();
    }

    /** How rows are treated of whose columns only some are null (PostgreSQL); a server without it is refused before any DDL. */
    public S match(MatchType match) {
        key.match(match);
        return self();
    }

    /** Another type than that of the referenced attribute, which servers mostly refuse: {@code keyType(bigInteger())}. */
    public S keyType(Attribute<?> attribute) {
        key.type(attribute);
        return self();
    }
}
