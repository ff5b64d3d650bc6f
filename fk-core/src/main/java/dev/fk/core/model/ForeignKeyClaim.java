package dev.fk.core.model;

import java.util.List;
import java.util.Optional;

/**
 * One association's, or attribute's, description of a foreign key.
 *
 * @param referenced the referenced attributes (of a parent that is a model) or columns; absent means the primary key
 * @param constrained whether it asks for a constraint or, with {@code constraints(false)}, for the columns only
 */
record ForeignKeyClaim(
        Kind kind,
        String description,
        DeclarationSite site,
        ParentTable parent,
        Optional<Declared<List<String>>> referenced,
        KeySpec key,
        boolean constrained) {
    /** Who speaks; it decides the default action. */
    enum Kind {
        /** {@code hasOne}, {@code hasMany}. */
        PARENT,
        /** {@code belongsTo}. */
        CHILD,
        /** {@code belongsToMany}. */
        BETWEEN,
        /** {@code references} on an attribute. */
        ATTRIBUTE
    }
}
