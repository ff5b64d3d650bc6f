package dev.fk.core.model;

import dev.fk.core.model.Association.BelongsTo;
import dev.fk.core.model.Association.Direct;
import dev.fk.core.model.Association.HasOne;
import dev.fk.core.model.ForeignKeyClaim.Kind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the two sides of one association that name different foreign keys, so that the child would get two. Sides with an
 * alias are taken for two associations, unless the alias is what makes the names differ (hasOne).
 */
final class InverseCheck {
    private final Problems problems;
    private final Map<KeySpec, ForeignKeyDraft> foreignKeys = new HashMap<>();

    InverseCheck(Problems problems, List<ForeignKeyDraft> foreignKeys) {
        this.problems = problems;
        foreignKeys.forEach(f -> f.claims.forEach(claim -> this.foreignKeys.put(claim.key(), f)));
    }

    void check(List<Association> associations) {
        List<Direct> lonely = associations.stream()
                .filter(Direct.class::isInstance)
                .map(Direct.class::cast)
                .filter(this::isWithoutInverse)
                .toList();
        for (Direct parentSide : lonely) {
            if (!(parentSide instanceof BelongsTo) && !isToldApart(parentSide)) {
                lonely.stream()
                        .filter(BelongsTo.class::isInstance)
                        .filter(c -> c.child() == parentSide.child() && c.parent() == parentSide.parent())
                        .filter(c -> c.spec().alias.isEmpty())
                        .findFirst()
                        .ifPresent(childSide -> report(parentSide, childSide));
            }
        }
    }

    private boolean isWithoutInverse(Direct association) {
        return foreignKey(association)
                .filter(f -> f.claims.stream().noneMatch(c -> c.kind() == Kind.PARENT)
                        || f.claims.stream().noneMatch(c -> c.kind() == Kind.CHILD))
                .isPresent();
    }

    private static boolean isToldApart(Direct parentSide) {
        boolean namedByAlias =
                parentSide instanceof HasOne && parentSide.spec().key.names.isEmpty();
        return parentSide.spec().alias.isPresent() && !namedByAlias;
    }

    private void report(Direct parentSide, Direct childSide) {
        problems.add(childSide.child().name() + " would get two foreign keys to "
                + childSide.parent().name() + ", "
                + describe(parentSide) + " and " + describe(childSide)
                + ". If they are the two sides of one association, give both the same foreignKey; if they are two "
                + "associations, give both an alias with as(...) and a foreignKey.");
    }

    private String describe(Direct association) {
        String columns = foreignKey(association)
                .map(f -> String.join(", ", f.attributes))
                .orElse("");
        return columns + " from " + association.describe() + " at " + association.site();
    }

    private Optional<ForeignKeyDraft> foreignKey(Direct association) {
        return Optional.ofNullable(foreignKeys.get(association.spec().key));
    }
}
