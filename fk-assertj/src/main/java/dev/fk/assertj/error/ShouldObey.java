package dev.fk.assertj.error;

import dev.fk.assertj.catalog.Remedy;
import dev.fk.assertj.catalog.Snapshot;
import dev.fk.core.database.DirtyData;
import dev.fk.core.rule.Finding;
import dev.fk.core.rule.Rule;
import dev.fk.core.rule.RuleReport;
import dev.fk.core.rule.RuleResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Rules that a schema breaks, or that are at fault themselves. */
@API(status = Status.INTERNAL)
public final class ShouldObey {
    private ShouldObey() {}

    /** Every finding fails. */
    public static Optional<Failure> every(RuleReport report, Snapshot snapshot) {
        return failure(report, snapshot, report.findings(), List.of());
    }

    /** Errors fail, and warnings are told with them. */
    public static Optional<Failure> errors(RuleReport report, Snapshot snapshot) {
        return failure(report, snapshot, report.errors(), report.warnings());
    }

    private static Optional<Failure> failure(
            RuleReport report, Snapshot snapshot, List<Finding> failing, List<Finding> others) {
        List<String> faults = report.faults();
        if (failing.isEmpty() && faults.isEmpty()) {
            return Optional.empty();
        }
        List<DirtyData> inTheWay = snapshot.inTheWayOfAny(
                failing.stream().flatMap(f -> f.checks().stream()).toList());
        boolean single = failing.size() == 1 && faults.isEmpty() && others.isEmpty();
        return Optional.of(
                single
                        ? one(report, failing.get(0), inTheWay)
                        : several(report, failing, others).inTheWay("the fixes", inTheWay));
    }

    private static Failure one(RuleReport report, Finding finding, List<DirtyData> inTheWay) {
        return Failure.expecting("schema to obey " + rules(report) + ", but in one place it does not.")
                .wanting(rules(report))
                .have(finding.toString())
                .why(finding.why())
                .doing(finding.remedy())
                .fix(new Remedy(finding.fix(), List.of(), inTheWay, ""));
    }

    private static Failure several(RuleReport report, List<Finding> failing, List<Finding> others) {
        List<List<Object>> rows = new ArrayList<>();
        failing.forEach(f -> rows.add(List.of(f.describe())));
        others.forEach(f -> rows.add(List.of(f.toString())));
        report.faults().forEach(f -> rows.add(List.of("rule: " + f)));
        String what = failing.isEmpty()
                ? "but the rules are at fault."
                : "but in " + count(failing.size(), "place") + " it does not.";
        return Failure.expecting("schema to obey " + rules(report) + ", " + what)
                .wanting(rules(report))
                .have(rows);
    }

    private static String rules(RuleReport report) {
        List<Rule> rules = report.results().stream().map(RuleResult::rule).toList();
        return rules.size() == 1 ? "'" + rules.get(0).description() + "'" : rules.size() + " rules";
    }

    private static String count(int number, String noun) {
        return number == 1 ? "one " + noun : number + " " + noun + "s";
    }
}
