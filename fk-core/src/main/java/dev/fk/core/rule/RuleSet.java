package dev.fk.core.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Rules that are checked together. Immutable. */
@API(status = Status.EXPERIMENTAL)
public record RuleSet(List<Rule> rules) {
    public RuleSet {
        rules = List.copyOf(rules);
    }

    public static RuleSet of(Rule... rules) {
        return new RuleSet(List.of(rules));
    }

    /** And these. */
    public RuleSet with(Rule... more) {
        return new RuleSet(Stream.concat(rules.stream(), Stream.of(more)).toList());
    }

    /** Without the rules of these codes. */
    public RuleSet without(String... codes) {
        List<Rule> others = new ArrayList<>(rules);
        for (String code : codes) {
            others.remove(rule(code));
        }
        return new RuleSet(others);
    }

    /** {@link Rule#except}, for the rule of this code. */
    public RuleSet except(String code, String subject, String reason) {
        return replaced(code, r -> r.except(subject, reason));
    }

    /** Makes warnings of the rule's findings. */
    public RuleSet asWarning(String code) {
        return replaced(code, Rule::asWarning);
    }

    /** Makes errors of the rule's findings. */
    public RuleSet asError(String code) {
        return replaced(code, Rule::asError);
    }

    /** All of them changed. */
    public RuleSet map(UnaryOperator<Rule> change) {
        return new RuleSet(rules.stream().map(change).toList());
    }

    private RuleSet replaced(String code, UnaryOperator<Rule> change) {
        Rule one = rule(code);
        return map(r -> r.equals(one) ? change.apply(r) : r);
    }

    /** The rule of this code. */
    public Rule rule(String code) {
        return rules.stream()
                .filter(r -> r.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No rule here has the code " + code + "; there are "
                        + String.join(", ", rules.stream().map(Rule::code).toList()) + "."));
    }

    /** What they all say about a schema. */
    public RuleReport check(Target target) {
        return RuleReport.of(target, rules);
    }
}
