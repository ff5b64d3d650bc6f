package dev.fk.core.plan;

import java.util.List;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** A declared schema has problems that a server would refuse; the message lists them all, and nothing was executed. */
@API(status = Status.EXPERIMENTAL)
public final class PreflightException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    public PreflightException(List<Problem> problems) {
        super(message(problems));
        this.problems = List.copyOf(problems);
    }

    public List<Problem> problems() {
        return problems;
    }

    private static String message(List<Problem> problems) {
        StringBuilder text = new StringBuilder(
                problems.size() == 1
                        ? "1 problem was found before any statement ran; the database is unchanged."
                        : problems.size()
                                + " problems were found before any statement ran; the database is unchanged.");
        for (int i = 0; i < problems.size(); i++) {
            text.append("\n  ").append(i + 1).append(". ").append(problems.get(i));
        }
        return text.toString();
    }
}
