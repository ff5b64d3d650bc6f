package dev.fk.assertj;

import dev.fk.assertj.error.ShouldPlan;
import dev.fk.core.plan.Plan;
import dev.fk.core.plan.Risk;
import java.util.EnumSet;
import java.util.List;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Assertions about a plan: what a sync or migration would do. */
@API(status = Status.EXPERIMENTAL)
public class PlanAssert extends AbstractSchemaAssert<PlanAssert, Plan> {
    PlanAssert(Plan actual) {
        super(actual, PlanAssert.class, actual.server() + ", " + actual.server().database());
    }

    /**
     * Checks that there is nothing to do.
     *
     * <pre>{@code
     * // passes
     * assertThat(nothing).isEmpty();
     * // fails
     * assertThat(dropsColumn).isEmpty();
     * }</pre>
     */
    public PlanAssert isEmpty() {
        return verify(ShouldPlan.nothing(actual));
    }

    /**
     * Checks that there is something to do.
     *
     * <pre>{@code
     * // passes
     * assertThat(dropsColumn).isNotEmpty();
     * // fails
     * assertThat(nothing).isNotEmpty();
     * }</pre>
     */
    public PlanAssert isNotEmpty() {
        return verify(ShouldPlan.something(actual));
    }

    /**
     * Checks that no step loses data that may be there.
     *
     * <pre>{@code
     * // passes
     * assertThat(addsColumn).hasNoDestructiveSteps();
     * // fails
     * assertThat(dropsColumn).hasNoDestructiveSteps();
     * }</pre>
     */
    public PlanAssert hasNoDestructiveSteps() {
        EnumSet<Risk> others = EnumSet.complementOf(EnumSet.of(Risk.DESTRUCTIVE));
        return verify(ShouldPlan.only(others, "a plan that keeps all data", "would lose some", actual));
    }

    /**
     * Checks that every step succeeds and keeps all data, whatever the rows are.
     *
     * <pre>{@code
     * // passes
     * assertThat(addsColumn).isSafe();
     * // fails
     * assertThat(dropsColumn).isSafe();
     * }</pre>
     */
    public PlanAssert isSafe() {
        return verify(ShouldPlan.only(EnumSet.of(Risk.SAFE), "a plan of safe steps", "may fail or lose data", actual));
    }

    /**
     * Checks all statements, in their order.
     *
     * <pre>{@code
     * // passes
     * assertThat(dropsColumn).hasStatements("ALTER TABLE \"note\" DROP COLUMN \"author\"");
     * // fails
     * assertThat(dropsColumn).hasStatements("ALTER TABLE \"note\" DROP COLUMN \"body\"");
     * }</pre>
     */
    public PlanAssert hasStatements(String... statements) {
        return verify(ShouldPlan.statements(List.of(statements), actual));
    }

    /**
     * Checks that all steps run in one transaction, so that a failure leaves nothing behind.
     *
     * <pre>{@code
     * // passes
     * assertThat(dropsColumn).isTransactional();
     * // fails
     * assertThat(stepwise).isTransactional();
     * }</pre>
     */
    public PlanAssert isTransactional() {
        return verify(ShouldPlan.transaction(actual));
    }
}
