package dev.fk.core.model;

import java.util.List;

/** The tables between the two models of a belongsToMany. */
final class Throughs {
    record ThroughClaim(TableDraft owner, List<String> attributes, ForeignKeyClaim claim) {}

    void prepare(List<Association> associations) {}

    List<ThroughClaim> claimsOf(Association association) {
        return List.of();
    }
}
