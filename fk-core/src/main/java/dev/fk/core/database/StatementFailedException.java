package dev.fk.core.database;

import dev.fk.core.plan.Plan;
import java.sql.SQLException;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** A statement of a plan failed; the message shows the plan with what ran, what failed and what did not run. */
@API(status = Status.EXPERIMENTAL)
public final class StatementFailedException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    private final transient Plan plan;
    private final int index;

    StatementFailedException(Plan plan, int index, SQLException cause) {
        super(message(plan, index, cause), cause);
        this.plan = plan;
        this.index = index;
    }

    public Plan plan() {
        return plan;
    }

    /** Which step failed, counted from 0. */
    public int index() {
        return index;
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
