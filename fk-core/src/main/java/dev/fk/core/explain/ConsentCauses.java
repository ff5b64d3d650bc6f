package dev.fk.core.explain;

import dev.fk.core.dialect.Cause;
import dev.fk.core.dialect.Objection;
import java.util.List;

/** The setting of the session without which the server does not alter a table. */
record ConsentCauses(Situation situation) {
    List<Explanation> find() {
        return situation.reported().contains(Cause.CONSENT_MISSING)
                ? situation.statement().table().flatMap(situation::table).stream()
                        .flatMap(t -> situation.dialect().consent(situation.server()).map(c -> c.missing(t)).stream())
                        .map(ConsentCauses::explanation)
                        .toList()
                : List.of();
    }

    private static Explanation explanation(Objection missing) {
        return Explanation.of(Cause.CONSENT_MISSING, missing.fact(), missing.remedy(), Fix.none());
    }
}
