package dev.fk.core.database;

import dev.fk.core.explain.Explanation;
import dev.fk.core.plan.Plan;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** A statement of a plan failed; the message shows the plan with what ran, what failed and what did not run, and why. */
@API(status = Status.EXPERIMENTAL)
public final class StatementFailedException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    private final transient Plan plan;
    private final int index;
    private final transient List<Explanation> explanations;

    StatementFailedException(Plan plan, int index, SQLException cause, List<Explanation> explanations) {
        super(message(plan, index, cause) + text(explanations), cause);
        this.plan = plan;
        this.index = index;
        this.explanations = List.copyOf(explanations);
    }

    public Plan plan() {
        return plan;
    }

    /** Which step failed, counted from 0. */
    public int index() {
        return index;
    }

    /**
     * Why it failed, as tables and rows showed it right afterwards, with what mends it; what the server complained of comes
     * first. Empty where looking shows nothing, or where nobody could look: in a transaction that PostgreSQL has aborted.
     */
    public List<Explanation> explanations() {
        return explanations;
    }

    private static String text(List<Explanation> explanations) {
        return explanations.stream().map(Explanation::toString).collect(Collectors.joining());
    }

    private static String message(Plan plan, int index, SQLException cause) {
        StringBuilder text = new StringBuilder("Statement " + (index + 1) + " of "
                + plan.steps().size() + " failed on " + plan.server() + ": " + cause.getMessage());
        text.append(
                plan.transactional()
                        ? "\nNothing was changed: the transaction was rolled back.\n"
                        : "\nWhat stands before it is done and stays; what follows has not run.\n");
        for (int i = 0; i < plan.steps().size(); i++) {
            String mark = i < index ? (plan.transactional() ? "↩" : "✔") : i == index ? "✘" : "·";
            text.append("  ")
                    .append(mark)
                    .append(' ')
                    .append(plan.steps().get(i).sql())
                    .append('\n');
        }
        return text.toString();
    }
}
