package dev.fk.core.rule;

import java.util.List;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * What one rule says about one schema.
 *
 * @param subjects how many things it looked at
 * @param unusedExceptions exceptions that excepted nothing, with their reasons
 */
@API(status = Status.EXPERIMENTAL)
public record RuleResult(Rule rule, int subjects, List<Finding> findings, List<String> unusedExceptions) {
    public RuleResult {
        findings = List.copyOf(findings);
        unusedExceptions = List.copyOf(unusedExceptions);
    }

    /** Whether it looked at nothing and must not. */
    public boolean isVacuous() {
        return subjects == 0 && !rule.mayBeEmpty();
    }
}
