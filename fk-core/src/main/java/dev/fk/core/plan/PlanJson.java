package dev.fk.core.plan;

import dev.fk.core.diff.JsonText;
import java.util.LinkedHashMap;
import java.util.Map;

/** A plan for machines. */
final class PlanJson {
    private PlanJson() {}

    static String of(Plan plan) {
        Map<String, Object> server = new LinkedHashMap<>();
        server.put("product", plan.server().product());
        server.put("version", plan.server().version());
        server.put("database", plan.server().database());
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("server", server);
        object.put("transactional", plan.transactional());
        object.put("steps", plan.steps().stream().map(PlanJson::step).toList());
        return JsonText.of(object);
    }

    private static Map<String, Object> step(Step step) {
        Map<String, Object> object = new LinkedHashMap<>();
        JsonText.members(step.source().summary(), object);
        object.put("risk", step.assessment().risk());
        object.put("reason", step.assessment().reason());
        object.put("sql", step.sql());
        object.put("checks", step.checks().stream().map(PlanJson::check).toList());
        object.put("problems", step.problems().stream().map(PlanJson::problem).toList());
        return object;
    }

    private static Map<String, Object> problem(Problem problem) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("code", problem.code());
        object.put("fact", problem.fact());
        object.put("remedy", problem.remedy());
        return object;
    }

    private static Map<String, Object> check(DataCheck check) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("code", check.code());
        object.put("table", check.table());
        object.put("columns", check.columns());
        object.put("sql", check.finding());
        return object;
    }
}
