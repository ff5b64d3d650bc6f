package dev.fk.core.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** What several rules say about one schema. */
@API(status = Status.EXPERIMENTAL)
public record RuleReport(List<RuleResult> results) {
    public RuleReport {
        results = List.copyOf(results);
    }

    public static RuleReport of(Target target, List<Rule> rules) {
        return new RuleReport(rules.stream().map(r -> r.check(target)).toList());
    }

    /** All findings: errors first, otherwise by rule. */
    public List<Finding> findings() {
        return Stream.concat(errors().stream(), warnings().stream()).toList();
    }

    public List<Finding> errors() {
        return of(Severity.ERROR);
    }

    public List<Finding> warnings() {
        return of(Severity.WARNING);
    }

    private List<Finding> of(Severity severity) {
        return results.stream()
                .flatMap(r -> r.findings().stream())
                .filter(f -> f.severity() == severity)
                .toList();
    }

    /** What is wrong with the rules themselves: those that looked at nothing, exceptions that except nothing. */
    public List<String> faults() {
        List<String> faults = new ArrayList<>();
        for (RuleResult result : results) {
            if (result.isVacuous()) {
                faults.add("'" + result.rule().description()
                        + "' looked at nothing, so that it would never fail; correct its conditions, or let it pass"
                        + " with allowingEmpty()");
            }
            result.unusedExceptions()
                    .forEach(e -> faults.add("the exception " + e + " to '"
                            + result.rule().description() + "' excepts nothing any more; take it out"));
        }
        return faults;
    }

    /** Every finding with its reason and fix. */
    public String describe() {
        return findings().stream().map(Finding::describe).collect(Collectors.joining("\n"));
    }
}
