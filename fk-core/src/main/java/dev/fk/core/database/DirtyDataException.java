package dev.fk.core.database;

import dev.fk.core.dialect.Sql;
import dev.fk.core.plan.Plan;
import dev.fk.core.plan.Step;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
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

    private static final int LONGEST_VALUE = 40;
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");

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
                    "%3d %s %-14s  %s%n",
                    i + 1, steps.contains(i) ? "✘" : "·", step.assessment().risk(), firstLine(step.sql())));
        }
        found.forEach(f -> append(text, f));
        return text.toString().replace(System.lineSeparator(), "\n");
    }

    private static String firstLine(Sql sql) {
        int end = sql.text().indexOf('\n');
        return end < 0 ? sql.text() : sql.text().substring(0, end) + " …";
    }

    private static void append(StringBuilder text, DirtyData found) {
        text.append("step ").append(found.step() + 1).append(": ").append(found.fact());
        text.append(". [").append(found.check().code()).append("]\n");
        for (List<Optional<String>> row : found.rows()) {
            text.append("    ").append(row(found.check().labels(), row)).append('\n');
        }
        text.append("  find: ").append(found.check().finding()).append('\n');
        text.append("  fix : ").append(found.check().remedy()).append('\n');
    }

    private static String row(List<String> labels, List<Optional<String>> values) {
        StringBuilder row = new StringBuilder();
        for (int i = 0; i < labels.size(); i++) {
            row.append(i == 0 ? "" : ", ").append(labels.get(i));
            row.append(labels.get(i).isEmpty() ? "" : " = ").append(shown(values.get(i)));
        }
        return row.toString();
    }

    private static String shown(Optional<String> value) {
        if (value.isEmpty()) {
            return "NULL";
        }
        String text = value.get().replace("\n", "\\n").replace("\r", "\\r");
        String shortened = text.codePointCount(0, text.length()) > LONGEST_VALUE
                ? text.substring(0, text.offsetByCodePoints(0, LONGEST_VALUE)) + "…"
                : text;
        return NUMBER.matcher(shortened).matches() ? shortened : "'" + shortened + "'";
    }
}
