package dev.fk.core.database;

import dev.fk.core.plan.Plan;
import dev.fk.core.plan.Step;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Rows would make steps of a plan fail. The message marks these steps and tells for each what is wrong, the first rows, a
 * query that finds all of them and what can be done. Nothing was executed.
 */
@API(status = Status.EXPERIMENTAL)
public final class DirtyDataException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    private final transient Plan plan;
    private final transient List<DirtyData> found;

    DirtyDataException(Plan plan, List<DirtyData> found) {
        super(message(plan, found));
        this.plan = plan;
        this.found = List.copyOf(found);
    }

    public Plan plan() {
        return plan;
    }

    /** All that was found, in the order of the steps. */
    public List<DirtyData> found() {
        return found;
    }

    private static String message(Plan plan, List<DirtyData> found) {
        Set<Integer> steps = found.stream().map(DirtyData::step).collect(Collectors.toSet());
        StringBuilder text = new StringBuilder(
                steps.size() == 1
                        ? "1 step of the plan would fail on rows that are there; nothing was executed.\n"
                        : steps.size()
                                + " steps of the plan would fail on rows that are there; nothing was executed.\n");
        for (int i = 0; i < plan.steps().size(); i++) {
            Step step = plan.steps().get(i);
            text.append(String.format(
                    Locale.ROOT,
                    "%3d %s %-14s  %s%n",
                    i + 1,
                    steps.contains(i) ? "✘" : "·",
                    step.assessment().risk(),
                    step.sql().outline()));
        }
        found.forEach(
                f -> text.append("step ").append(f.step() + 1).append(": ").append(f.describe()));
        return text.toString().replace(System.lineSeparator(), "\n");
    }
}
