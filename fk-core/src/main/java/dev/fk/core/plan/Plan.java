package dev.fk.core.plan;

import dev.fk.core.dialect.ServerInfo;
import java.util.List;
import java.util.Set;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Statements in the order they run.
 *
 * @param transactional whether they all run in one transaction, so that a failure leaves nothing behind
 */
@API(status = Status.EXPERIMENTAL)
public record Plan(ServerInfo server, List<Step> steps, boolean transactional) {
    public Plan {
        steps = List.copyOf(steps);
    }

    public boolean isEmpty() {
        return steps.isEmpty();
    }

    /** Whether there is anything to ask the rows before. */
    public boolean hasChecks() {
        return steps.stream().anyMatch(s -> !s.checks().isEmpty());
    }

    /** The steps that risk something beyond what is allowed. */
    public List<Step> beyond(Set<Risk> allowed) {
        return steps.stream()
                .filter(s -> !allowed.contains(s.assessment().risk()))
                .toList();
    }

    /** The plan as a table for people: number, risk, statement, reason. */
    public String render() {
        return PlanText.of(this);
    }

    @Override
    public String toString() {
        return render();
    }
}
