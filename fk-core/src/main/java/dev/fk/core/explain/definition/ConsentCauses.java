package dev.fk.core.explain.definition;

import dev.fk.core.dialect.Cause;
import dev.fk.core.dialect.Ddl;
import dev.fk.core.dialect.Objection;
import dev.fk.core.dialect.Sql;
import dev.fk.core.explain.Explanation;
import dev.fk.core.explain.Fix;
import dev.fk.core.explain.situation.Situation;
import dev.fk.core.explain.statement.Clause;
import dev.fk.core.schema.Table;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The setting of the session without which the server does not alter a table. */
record ConsentCauses(Situation situation) {
    List<Explanation> find() {
        if (situation.reported().contains(Cause.ZERO_DATE)) {
            return ofValue();
        }
        Optional<Table> table = situation.statement().table().flatMap(situation::table);
        return situation.reported().contains(Cause.CONSENT_MISSING) && table.isPresent()
                ? Stream.concat(ofUser(table.get()), ofSession(table.get())).toList()
                : List.of();
    }

    /** Something in the value that the statement writes; what a new column begins with is none of anybody's. */
    private List<Explanation> ofValue() {
        return situation.diagnosis().keptFromWriting(situation.error()).stream()
                .filter(o -> situation
                        .statement()
                        .clauses(Clause.ColumnDefinition.class)
                        .filter(d -> d.old().isEmpty())
                        .noneMatch(d -> o.columns().contains(d.name().text())))
                .map(o -> {
                    List<Sql> before = situation.diagnosis().leniency();
                    Fix fix = Fix.around(
                            before, situation.dialect().ddl(situation.server()).after(before));
                    return Explanation.of(Cause.ZERO_DATE, o.fact(), o.remedy(), fix);
                })
                .toList();
    }

    private Stream<Explanation> ofUser(Table table) {
        return situation.dialect().consent(situation.server()).filter(c -> c.concerns(table)).stream()
                .map(c -> explanation(c.missing(table), Fix.none()));
    }

    private Stream<Explanation> ofSession(Table table) {
        Ddl ddl = situation.dialect().ddl(situation.server());
        List<Sql> before = ddl.before(
                List.of(new Sql("ALTER TABLE " + situation.diagnosis().quote(table.name()))), table);
        return situation.diagnosis().keptFromAltering(table).stream()
                .map(o -> explanation(o, Fix.around(before, ddl.after(before))));
    }

    private static Explanation explanation(Objection missing, Fix fix) {
        return Explanation.of(Cause.CONSENT_MISSING, missing.fact(), missing.remedy(), fix);
    }
}
