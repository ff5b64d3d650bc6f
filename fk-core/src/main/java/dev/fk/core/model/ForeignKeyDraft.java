package dev.fk.core.model;

import java.util.ArrayList;
import java.util.List;

/** All that was said about the foreign key on these attributes. */
final class ForeignKeyDraft {
    final TableDraft owner;
    final List<String> attributes;
    final List<ForeignKeyClaim> claims = new ArrayList<>();

    ForeignKeyDraft(TableDraft owner, List<String> attributes) {
        this.owner = owner;
        this.attributes = List.copyOf(attributes);
    }

    /** {@code chat(participantNo)}. */
    String describe() {
        return owner.table + "(" + String.join(", ", owner.columns(attributes)) + ")";
    }

    List<ForeignKeyClaim> constrained() {
        return claims.stream().filter(ForeignKeyClaim::constrained).toList();
    }

    /** The type comes from the first association, so that a column without constraint has one as well. */
    ForeignKeyClaim leading() {
        return constrained().stream().findFirst().orElse(claims.get(0));
    }
}
