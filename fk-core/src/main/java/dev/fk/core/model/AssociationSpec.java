package dev.fk.core.model;

import dev.fk.core.schema.ReferentialAction;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What all four kinds of association can be told.
 *
 * @param <S> the kind
 */
abstract sealed class AssociationSpec<S extends AssociationSpec<S>> permits DirectAssociationSpec, BelongsToManySpec {
    final KeySpec key = new KeySpec();
    Optional<Declared<String>> alias = Optional.empty();
    Optional<Declared<Boolean>> constraints = Optional.empty();

    abstract S self();

    /** The alias. Two associations between the same models need different ones, a self-reference mostly needs one. */
    public S as(String name) {
        alias = Optional.of(Declared.here(name));
        return self();
    }

    /**
     * The attribute that holds the foreign key, one for each part of the key it references. One that the model declares is
     * used as it is, any other is added.
     */
    public S foreignKey(String... attributes) {
        key.names.add(Declared.here(Given.names(attributes)));
        return self();
    }

    /** {@link #foreignKey(String...)} with details: {@code foreignKey("participantNo", key -> key.notNull())}. */
    public S foreignKey(String attribute, Consumer<KeySpec> details) {
        Given.all(attribute, details);
        return foreignKey(List.of(attribute), details);
    }

    /** A composite key with details. */
    public S foreignKey(List<String> attributes, Consumer<KeySpec> details) {
        Given.all(attributes, details);
        key.names.add(Declared.here(Given.names(attributes.toArray(String[]::new))));
        return foreignKey(details);
    }

    /** Details of the foreign key that keeps its default name. */
    public S foreignKey(Consumer<KeySpec> details) {
        Given.all(details);
        details.accept(key);
        return self();
    }

    /** What happens to a referencing row when the referenced row is deleted. */
    public S onDelete(ReferentialAction action) {
        key.onDelete(action);
        return self();
    }

    /** What happens to a referencing row when the referenced key changes; by default {@code CASCADE}. */
    public S onUpdate(ReferentialAction action) {
        key.onUpdate(action);
        return self();
    }

    /**
     * With {@code false} the association needs the columns but no constraint. If the other side of the association wants
     * one, there is one.
     */
    public S constraints(boolean wanted) {
        constraints = Optional.of(Declared.here(wanted));
        return self();
    }
}
