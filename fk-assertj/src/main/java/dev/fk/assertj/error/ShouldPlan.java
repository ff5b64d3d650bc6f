package dev.fk.assertj.error;

import dev.fk.assertj.catalog.Snapshot;
import dev.fk.core.dialect.Sql;
import dev.fk.core.diff.Change;
import dev.fk.core.plan.Plan;
import dev.fk.core.plan.Risk;
import dev.fk.core.plan.Step;
import dev.fk.core.schema.Nearest;
import dev.fk.core.schema.QualifiedName;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** A plan that should do less, or something else. */
@API(status = Status.INTERNAL)
public final class ShouldPlan {
    private ShouldPlan() {}

    /** A database that is not what models say. */
    public static Optional<Failure> inSync(Plan plan, Collection<QualifiedName> declared, Snapshot live) {
        List<String> names = declared.stream().map(QualifiedName::toString).toList();
        List<String> left =
                live.tableNames().stream().filter(n -> !names.contains(n)).toList();
        return nothing(
                        "database and models to be in sync, but it takes " + count(plan.steps()) + " to get there.",
                        plan)
                .map(f -> f.why(missing(plan).stream()
                        .flatMap(created -> Nearest.to(created, left).stream()
                                .map(near -> "there is no table " + created + ", but " + near
                                        + ", which no model declares: tableName(\"" + near + "\")?"))
                        .collect(Collectors.joining("\n"))))
                .map(f -> f.inTheWay("the plan", live.inTheWayOf(plan.steps())));
    }

    private static List<String> missing(Plan plan) {
        return plan.steps().stream()
                .map(Step::source)
                .filter(Change.CreateTable.class::isInstance)
                .map(c -> c.subject().toString())
                .toList();
    }

    public static Optional<Failure> nothing(Plan plan) {
        return nothing("an empty plan, but it has " + count(plan.steps()) + ".", plan);
    }

    private static Optional<Failure> nothing(String clause, Plan plan) {
        return plan.isEmpty()
                ? Optional.empty()
                : Optional.of(Failure.expecting(clause)
                        .wanting("nothing to do")
                        .having(plan.outline())
                        .have(plan.outline().stripTrailing()));
    }

    /** Models without tables agree with every database. */
    public static Failure vacuous() {
        return Failure.expecting("database and models to be in sync, but the models declare no table.")
                .why("nothing would have been compared");
    }

    public static Optional<Failure> something(Plan plan) {
        return plan.isEmpty()
                ? Optional.of(Failure.expecting("a plan with steps, but it is empty.")
                        .wanting("steps")
                        .having("none"))
                : Optional.empty();
    }

    /**
     * Only steps of these risks.
     *
     * @param not what the others do, {@code are not}
     */
    public static Optional<Failure> only(Set<Risk> allowed, String what, String not, Plan plan) {
        List<Step> beyond = plan.steps().stream()
                .filter(s -> !allowed.contains(s.assessment().risk()) || isRefused(s, allowed))
                .toList();
        return beyond.isEmpty()
                ? Optional.empty()
                : Optional.of(Failure.expecting(
                                what + ", but " + beyond.size() + " of " + count(plan.steps()) + " " + not + ".")
                        .wanting(what)
                        .have(beyond.stream().map(s -> List.<Object>of(told(s))).toList()));
    }

    /** What the server refuses is not safe, but loses nothing. */
    private static boolean isRefused(Step step, Set<Risk> allowed) {
        return allowed.equals(Set.of(Risk.SAFE)) && !step.problems().isEmpty();
    }

    private static String told(Step step) {
        return step.problems().isEmpty()
                ? step.assessment().risk() + "  " + step.sql() + "   "
                        + step.assessment().reason()
                : "REFUSED  " + step.sql() + "   " + step.problems().get(0);
    }

    public static Optional<Failure> statements(List<String> wanted, Plan plan) {
        List<String> there = plan.steps().stream().map(Step::sql).map(Sql::text).toList();
        return wanted.equals(there)
                ? Optional.empty()
                : Optional.of(Failure.expecting("a plan of these statements")
                        .want(String.join("\n", wanted))
                        .have(there.isEmpty() ? "none" : String.join("\n", there)));
    }

    public static Optional<Failure> transaction(Plan plan) {
        return plan.transactional()
                ? Optional.empty()
                : Optional.of(Failure.expecting("a plan that runs in one transaction, but "
                                + plan.server().product() + " commits every DDL statement by itself.")
                        .wanting("one transaction")
                        .having("not transactional"));
    }

    private static String count(List<Step> steps) {
        return steps.size() == 1 ? "1 step" : steps.size() + " steps";
    }
}
