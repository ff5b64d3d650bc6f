package dev.fk.core.explain;

import dev.fk.core.dialect.Sql;
import dev.fk.core.diff.Change;
import dev.fk.core.diff.ChangeSet;
import dev.fk.core.plan.Planner;
import java.util.List;

/** Whether no row stands in the way of changes, as far as a plan of them would ask: what is proposed has to work. */
record Harmless(Situation situation) {
    boolean are(List<Change> changes) {
        return new Planner(situation.dialect(), situation.server())
                .plan(ChangeSet.of(changes.toArray(Change[]::new)), situation.live()).steps().stream()
                        .flatMap(step -> step.checks().stream())
                        .allMatch(check -> new RowSql(situation)
                                .answer(new Sql("SELECT COUNT(*) FROM ("
                                        + check.probe().text() + ") AS probed"))
                                .filter(rows -> rows.get(0).get(0).equals("0"))
                                .isPresent());
    }

    /** The statements, or none if rows refuse them. */
    Fix before(List<Change> changes) {
        return are(changes) ? Fix.before(situation.ddl(changes)) : Fix.none();
    }
}
