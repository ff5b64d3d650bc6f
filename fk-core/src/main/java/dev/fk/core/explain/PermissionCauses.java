package dev.fk.core.explain;

import dev.fk.core.dialect.Cause;
import dev.fk.core.dialect.Relation;
import dev.fk.core.dialect.Sql;
import java.util.List;

/** The parents that the user may not reference. */
record PermissionCauses(Situation situation) {
    List<Explanation> find() {
        return situation
                .statement()
                .clauses(Clause.References.class)
                .map(Clause.References::parent)
                .filter(this::isForbidden)
                .map(this::explanation)
                .distinct()
                .toList();
    }

    /** MySQL does not show the privileges that a role brings, but names the table; PostgreSQL tells when it is asked. */
    private boolean isForbidden(TableWord parent) {
        return situation
                .look()
                .relation(situation.name(parent))
                .flatMap(Relation::mayBeReferenced)
                .map(may -> !may)
                .orElseGet(
                        () -> situation.error().message().contains(parent.name().text()));
    }

    private Explanation explanation(TableWord parent) {
        Sql grant = situation.look().grantReferences(situation.name(parent));
        return Explanation.of(
                Cause.PERMISSION_DENIED,
                "The user of this connection has no privilege REFERENCES on " + situation.name(parent),
                "Let the owner of the table grant it.",
                Fix.before(List.of(grant)));
    }
}
