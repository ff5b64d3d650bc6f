package dev.fk.core.rule;

import dev.fk.core.plan.Step;
import java.util.ArrayList;
import java.util.List;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Something that a schema should keep to. Immutable; what looks like a change makes another rule.
 */
@API(status = Status.EXPERIMENTAL)
public final class Rule {
    private final String code;
    private final String description;
    private final String reason;
    private final Severity severity;
    private final boolean mayBeEmpty;
    private final List<Exemption> exemptions;
    private final Inspection inspection;
    private final Baseline baseline;

    /** What a rule is not held against, and why. */
    private record Exemption(String subject, String reason) {}

    private Rule(
            String code,
            String description,
            String reason,
            Severity severity,
            boolean mayBeEmpty,
            List<Exemption> exemptions,
            Inspection inspection,
            Baseline baseline) {
        this.code = code;
        this.description = description;
        this.reason = reason;
        this.severity = severity;
        this.mayBeEmpty = mayBeEmpty;
        this.exemptions = List.copyOf(exemptions);
        this.inspection = inspection;
        this.baseline = baseline;
    }

    /**
     * A rule of one's own, beyond what {@link RuleDefinition} has words for; an error.
     *
     * @param description what should be so: {@code foreign keys should have an index}
     */
    public static Rule of(String description, Inspection inspection) {
        return new Rule(description, description, "", Severity.ERROR, false, List.of(), inspection, Baseline.NONE);
    }

    /** One of those that are ready. */
    static Rule ready(String code, Severity severity, String description, String reason, Inspection inspection) {
        return new Rule(code, description, reason, severity, false, List.of(), inspection, Baseline.NONE);
    }

    /** By what findings, exceptions and freeze stores know it: {@code FK401}, or its description. */
    public String code() {
        return code;
    }

    public String description() {
        return description;
    }

    public Severity severity() {
        return severity;
    }

    /** Whether it may find nothing to look at. */
    public boolean mayBeEmpty() {
        return mayBeEmpty;
    }

    /** The reason, which every finding of it tells that has no closer one. */
    public Rule because(String other) {
        return new Rule(code, description, other, severity, mayBeEmpty, exemptions, inspection, baseline);
    }

    public Rule asError() {
        return new Rule(code, description, reason, Severity.ERROR, mayBeEmpty, exemptions, inspection, baseline);
    }

    public Rule asWarning() {
        return new Rule(code, description, reason, Severity.WARNING, mayBeEmpty, exemptions, inspection, baseline);
    }

    /** Lets it pass where there is nothing to look at, which otherwise fails: a typo in a name would never be noticed. */
    public Rule allowingEmpty() {
        return new Rule(code, description, reason, severity, true, exemptions, inspection, baseline);
    }

    /**
     * Does not hold it against something; an exception that excepts nothing is a finding of its own.
     *
     * @param subject a table, {@code table.column}, {@code table.constraint}, or what a finding calls its subject; a star
     *     stands for any letters
     * @param why the reason, for whoever reads the test
     */
    public Rule except(String subject, String why) {
        if (why.isBlank()) {
            throw new IllegalArgumentException("Say why " + subject + " is an exception to '" + description + "'.");
        }
        List<Exemption> more = new ArrayList<>(exemptions);
        more.add(new Exemption(subject, why));
        return new Rule(code, description, reason, severity, mayBeEmpty, more, inspection, baseline);
    }

    Rule since(Baseline other) {
        return new Rule(code, description, reason, severity, mayBeEmpty, exemptions, inspection, other);
    }

    /** What it says about a schema. */
    public RuleResult check(Target target) {
        Inspection.Result result = inspection.inspect(target);
        List<Violation> held = new ArrayList<>(result.violations());
        List<String> unused = new ArrayList<>();
        for (Exemption exemption : exemptions) {
            boolean used =
                    result.violations().stream().anyMatch(v -> v.subject().is(exemption.subject()));
            held.removeIf(v -> v.subject().is(exemption.subject()));
            if (!used) {
                unused.add(exemption.subject() + " (" + exemption.reason() + ")");
            }
        }
        List<Finding> findings = baseline.onlyNew(held, target).stream()
                .map(v -> finding(v, target))
                .toList();
        return new RuleResult(this, result.subjects(), findings, unused);
    }

    private Finding finding(Violation violation, Target target) {
        List<Step> fix = target.fix(violation.fixes());
        return new Finding(
                violation.code().orElse(code),
                severity,
                violation.subject(),
                violation.fact(),
                violation.why().isEmpty() ? reason : violation.why(),
                violation.remedy(),
                fix.stream().map(s -> s.sql().text()).toList(),
                fix.stream().flatMap(s -> s.checks().stream()).toList());
    }

    @Override
    public String toString() {
        return description + (reason.isEmpty() ? "" : ", because " + reason);
    }
}
