package dev.fk.core.plan;

import dev.fk.core.dialect.Obstacle;
import dev.fk.core.dialect.ServerInfo;
import dev.fk.core.dialect.Sql;
import dev.fk.core.diff.Change;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

    /** What of it the server would refuse, whatever the rows; empty unless that was looked for. */
    public List<Problem> problems() {
        return steps.stream().flatMap(s -> s.problems().stream()).toList();
    }

    /** Why the server would refuse changes for the sake of what stands in their way. */
    public static List<Problem> problems(
            List<Change> changes, Map<Change, List<Obstacle>> obstacles, ServerInfo server) {
        return Blocked.of(changes, obstacles, server).values().stream().toList();
    }

    /**
     * The same; steps that the server would refuse for the sake of these say so.
     *
     * @param obstacles what stands in the way of the changes that the steps come from; of one with several statements, of the
     *     first
     */
    public Plan beside(Map<Change, List<Obstacle>> obstacles) {
        if (obstacles.isEmpty()) {
            return this;
        }
        Map<Change, Problem> left = Blocked.of(
                steps.stream()
                        .map(Step::source)
                        .filter(c -> transactional || !Blocked.isGrowing(c))
                        .toList(),
                obstacles,
                server);
        return new Plan(
                server,
                steps.stream()
                        .map(s -> left.containsKey(s.source()) ? s.with(List.of(left.remove(s.source()))) : s)
                        .toList(),
                transactional);
    }

    /** The same; after the last step of each of these changes follow these statements. */
    public Plan with(Map<Change, List<Sql>> more) {
        Map<Change, List<Sql>> left = new HashMap<>(more);
        List<Step> all = new ArrayList<>(steps);
        for (int i = steps.size(); i > 0; i--) {
            Change source = steps.get(i - 1).source();
            List<Sql> own = left.remove(source);
            if (own != null) {
                all.addAll(
                        i,
                        own.stream()
                                .map(sql -> new Step(sql, source, Assessment.SAFE, List.of()))
                                .toList());
            }
        }
        return new Plan(server, all, transactional);
    }

    /** The same; steps that make these changes, or others of the same tables with them, have these problems. */
    public Plan refused(Map<Change, Problem> more) {
        List<Step> all = new ArrayList<>(steps);
        more.forEach((change, problem) -> {
            int place = place(change);
            if (place >= 0) {
                all.set(place, all.get(place).with(List.of(problem)));
            }
        });
        return new Plan(server, all, transactional);
    }

    /** A statement that makes several changes tells the riskiest one only. */
    private int place(Change change) {
        for (int i = 0; i < steps.size(); i++) {
            if (steps.get(i).source().equals(change)) {
                return i;
            }
        }
        for (int i = 0; i < steps.size(); i++) {
            if (Batches.areTogether(steps.get(i).source(), change)) {
                return i;
            }
        }
        return -1;
    }

    /** The plan as a table for people: number, risk, statement, reason. */
    public String render() {
        return PlanText.of(this);
    }

    /** The same for messages: of a statement of several lines the first, and how many more there are. */
    public String outline() {
        return PlanText.outline(this);
    }

    /**
     * The plan as JSON: an object with
     *
     * <ul>
     *   <li>{@code server}: an object with {@code product}, {@code version} and {@code database}
     *   <li>{@code transactional}: whether all steps run in one transaction
     *   <li>{@code steps}: an array in the order of execution, of objects with
     *       <ul>
     *         <li>{@code kind}, {@code object}, {@code from}, {@code to}: the change it comes from, the riskiest one if it
     *             makes several, as in {@link dev.fk.core.diff.ChangeSet#toJson}
     *         <li>{@code risk}: {@code SAFE}, {@code DATA_DEPENDENT} or {@code DESTRUCTIVE}
     *         <li>{@code reason}: why, for people; empty if it is safe
     *         <li>{@code sql}: the statement, without a terminator
     *         <li>{@code checks}: what the rows are asked before, an array of objects with {@code code} ({@code FK301}),
     *             {@code table}, {@code columns} and {@code sql}, the query that finds the rows in question
     *         <li>{@code problems}: why the server would refuse it, an array of objects with {@code code} ({@code FK107}),
     *             {@code fact} and {@code remedy}
     *       </ul>
     * </ul>
     *
     * Equal plans give equal texts. Members may be added in later versions; none changes its meaning.
     */
    public String toJson() {
        return PlanJson.of(this);
    }

    @Override
    public String toString() {
        return render();
    }
}
