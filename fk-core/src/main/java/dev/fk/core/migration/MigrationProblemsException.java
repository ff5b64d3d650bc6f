package dev.fk.core.migration;

import java.util.List;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Migrations cannot run as they are; the message lists all that was found, and nothing was executed. */
@API(status = Status.EXPERIMENTAL)
public final class MigrationProblemsException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> problems;

    MigrationProblemsException(List<String> problems) {
        super(message(problems));
        this.problems = List.copyOf(problems);
    }

    /** A sentence or more each. */
    public List<String> problems() {
        return problems;
    }

    private static String message(List<String> problems) {
        StringBuilder text = new StringBuilder(
                problems.size() == 1
                        ? "1 problem was found before any migration ran; the database is unchanged."
                        : problems.size()
                                + " problems were found before any migration ran; the database is unchanged.");
        for (int i = 0; i < problems.size(); i++) {
            text.append("\n  ").append(i + 1).append(". ").append(problems.get(i));
        }
        return text.toString();
    }
}
