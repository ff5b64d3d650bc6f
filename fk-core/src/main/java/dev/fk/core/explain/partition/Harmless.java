package dev.fk.core.explain.partition;

import dev.fk.core.dialect.Sql;
import dev.fk.core.diff.Change;
import dev.fk.core.diff.ChangeSet;
import dev.fk.core.explain.Fix;
import dev.fk.core.explain.situation.RowSql;
import dev.fk.core.explain.situation.Situation;
import dev.fk.core.plan.DataCheck;
import dev.fk.core.plan.Planner;
import java.util.List;

/** Whether no row stands in the way of changes, as far as a plan of them would ask: what is proposed has to work. */
record Harmless(Situation situation) {
    boolean are(List<Change> changes) {
        List<DataCheck> checks = checks(changes);
        return (!checks.isEmpty() || changes.stream().noneMatch(this::needsAnswer))
                && checks.stream().allMatch(check -> new RowSql(situation)
                        .answer(new Sql("SELECT COUNT(*) FROM (" + check.probe().text() + ") AS probed"))
                        .filter(rows -> rows.get(0).get(0).equals("0"))
                        .isPresent());
    }

    private List<DataCheck> checks(List<Change> changes) {
        return new Planner(situation.dialect(), situation.server())
                .plan(ChangeSet.of(changes.toArray(Change[]::new)), situation.live()).steps().stream()
                        .flatMap(step -> step.checks().stream())
                        .toList();
    }

    /** Before PostgreSQL 16 only trying can tell whether a text is a number, and a plan asks nothing then. */
    private boolean needsAnswer(Change change) {
        return change instanceof Change.AlterColumn alter
                && !alter.from().type().equals(alter.to().type())
                && situation.schema().table(alter.table()).stream()
                        .anyMatch(t -> new RowSql(situation)
                                        .number(
                                                t,
                                                situation
                                                                .diagnosis()
                                                                .quote(alter.from()
                                                                        .name()) + " IS NOT NULL")
                                > 0);
    }

    /** The statements, or none if rows refuse them. */
    Fix before(List<Change> changes) {
        return are(changes) ? Fix.before(situation.ddl(changes)) : Fix.none();
    }
}
