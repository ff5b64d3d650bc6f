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
        this(plan, index, message(plan, index, cause) + text(explanations), cause, explanations);
    }

    private StatementFailedException(
            Plan plan, int index, String message, SQLException cause, List<Explanation> explanations) {
        super(message, cause);
        this.plan = plan;
        this.index = index;
        this.explanations = List.copyOf(explanations);
    }

    /** The connection ended while these statements were on their way, as one; what they have done nobody has heard. */
    static StatementFailedException lost(Plan plan, int start, int end, SQLException cause) {
        StringBuilder text = new StringBuilder("Statements " + (start + 1) + " to " + end + " of "
                + plan.steps().size() + " got no answer on " + plan.server() + ": " + cause.getMessage()
                + "\nWhat stands before them is done and stays; of those marked ? some may be, in this order; what follows"
                + " has not run. Running it again continues from what is there.\n");
        for (int i = 0; i < plan.steps().size(); i++) {
            line(text, i < start ? "✔" : i < end ? "?" : "·", plan, i);
        }
        return new StatementFailedException(plan, start, text.toString(), cause, List.of());
    }

    public Plan plan() {
        return plan;
    }

    /** Which step failed, counted from 0; the first without an answer if the connection ended on the way. */
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
                        : extent(plan, index));
        for (int i = 0; i < plan.steps().size(); i++) {
            String mark = i < index ? (plan.transactional() ? "↩" : "✔") : i == index ? "✘" : "·";
            line(text, mark, plan, i);
        }
        return text.toString();
    }

    private static String extent(Plan plan, int index) {
        String follows = index < plan.steps().size() - 1 ? "; what follows has not run.\n" : ".\n";
        return (index == 0 ? "\nNothing was changed" : "\nWhat stands before it is done and stays") + follows;
    }

    private static void line(StringBuilder text, String mark, Plan plan, int i) {
        text.append("  ")
                .append(mark)
                .append(' ')
                .append(plan.steps().get(i).sql())
                .append('\n');
    }
}
