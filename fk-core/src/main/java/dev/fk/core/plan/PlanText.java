package dev.fk.core.plan;

import dev.fk.core.dialect.Dialects;
import dev.fk.core.dialect.ServerInfo;
import dev.fk.core.dialect.Sql;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Lays a plan out in columns. */
final class PlanText {
    private PlanText() {}

    static String of(Plan plan) {
        return of(plan, Sql::text);
    }

    static String outline(Plan plan) {
        return of(plan, Sql::outline);
    }

    private static String of(Plan plan, Function<Sql, String> shown) {
        StringBuilder text = new StringBuilder("plan  "
                + plan.server().product().toLowerCase(Locale.ROOT) + " "
                + plan.server().version() + " · " + plan.server().database() + " · " + transaction(plan) + "\n");
        if (plan.isEmpty()) {
            return text.append("  nothing to do\n").toString();
        }
        List<Step> steps = plan.steps();
        int widest = steps.stream()
                .mapToInt(s -> shown.apply(s.sql()).length())
                .filter(l -> l <= 100)
                .max()
                .orElse(0);
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            String reason = reason(step);
            String line = String.format(Locale.ROOT, "%3d  %-14s  %s", i + 1, verdict(step), shown.apply(step.sql()));
            text.append(reason.isEmpty() ? line : pad(line, 21 + widest) + "   " + reason)
                    .append('\n');
        }
        plan.problems().forEach(p -> text.append("refused: ").append(p).append('\n'));
        return text.toString();
    }

    /** What the server refuses risks nothing. */
    private static String verdict(Step step) {
        return step.problems().isEmpty() ? step.assessment().risk().name() : "REFUSED";
    }

    private static String reason(Step step) {
        return step.problems().isEmpty()
                ? step.assessment().reason()
                : Stream.concat(
                                Stream.of("see below"),
                                Stream.of(step.assessment().reason()))
                        .filter(r -> !r.isEmpty())
                        .collect(Collectors.joining("; "));
    }

    private static String transaction(Plan plan) {
        if (plan.transactional()) {
            return "one transaction";
        }
        ServerInfo server = plan.server();
        boolean could = Dialects.known().stream()
                .filter(d -> d.id().equals(server.dialect()))
                .anyMatch(d -> d.hasTransactionalDdl(server));
        return could
                ? "each statement a transaction of its own"
                : "not transactional (" + server.product() + " commits each DDL statement implicitly)";
    }

    private static String pad(String line, int width) {
        return line + " ".repeat(Math.max(0, width - line.length()));
    }
}
