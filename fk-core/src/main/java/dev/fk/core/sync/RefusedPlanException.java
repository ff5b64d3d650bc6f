package dev.fk.core.sync;

import dev.fk.core.plan.Plan;
import dev.fk.core.plan.Risk;
import dev.fk.core.plan.Step;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** A plan risks more than was allowed; the message shows it whole, and nothing was executed. */
@API(status = Status.EXPERIMENTAL)
public final class RefusedPlanException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    private final transient Plan plan;

    RefusedPlanException(SyncMode mode, Plan plan, Set<Risk> allowed) {
        super(message(mode, plan, allowed));
        this.plan = plan;
    }

    public Plan plan() {
        return plan;
    }

    private static String message(SyncMode mode, Plan plan, Set<Risk> allowed) {
        List<Step> refused = plan.beyond(allowed);
        String numbers = refused.stream()
                .map(s -> String.valueOf(plan.steps().indexOf(s) + 1))
                .collect(Collectors.joining(", "));
        String risks = refused.stream()
                .map(s -> s.assessment().risk())
                .distinct()
                .sorted()
                .map(Risk::name)
                .collect(Collectors.joining(", "));
        return plan.outline() + "refused: "
                + (refused.size() == 1 ? "step " + numbers + " is " : "steps " + numbers + " are ")
                + risks + "; nothing was executed. Allow it with Sync."
                + mode.name().toLowerCase(Locale.ROOT)
                + "().allowing(" + risks + ").";
    }
}
