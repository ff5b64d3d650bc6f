package dev.fk.core.migration;

import dev.fk.core.database.Database;
import dev.fk.core.diff.ChangeSet;
import dev.fk.core.plan.Plan;
import dev.fk.core.plan.PreflightException;
import dev.fk.core.plan.Problem;
import dev.fk.core.schema.CanonicalSchema;
import dev.fk.core.schema.QualifiedName;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A call, as it is about to run.
 *
 * @param after what should come of it
 * @param plan its statements; empty if there are problems
 */
record Prepared(
        Database database,
        CanonicalSchema before,
        ChangeSet changes,
        CanonicalSchema after,
        List<Problem> problems,
        Plan plan) {
    static Prepared of(Call call, Database database, CanonicalSchema before, ChangeSet changes) {
        CallCheck check = new CallCheck(database);
        CanonicalSchema after = check.after(before, changes);
        List<Problem> problems = check.problems(call.tables(), before, changes, after);
        Plan plan = problems.isEmpty()
                ? database.planner().plan(changes, before)
                : new Plan(database.server(), List.of(), false);
        return new Prepared(database, before, changes, after, problems, plan);
    }

    void refuseProblems() {
        if (!problems.isEmpty()) {
            throw new PreflightException(problems);
        }
    }

    /** The tables that are perhaps others when it has run; empty if that cannot be said. */
    Optional<Set<QualifiedName>> reach() {
        return problems.isEmpty() ? Reach.of(plan, changes, before, database) : Optional.empty();
    }

    /** Whether it is known how it is taken back before anything is read: a new table is dropped, whatever it has become. */
    boolean isOneNewTable() {
        return Reach.isOneNewTable(plan, changes);
    }
}
