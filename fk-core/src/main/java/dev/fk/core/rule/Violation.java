package dev.fk.core.rule;

import dev.fk.core.diff.Change;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * One place that breaks a rule, as the rule sees it.
 *
 * @param code the code of a rule that stands for several; empty for that of the rule itself
 * @param fact what is so, with the evidence, without a full stop
 * @param why what comes of it, without a full stop; empty for the reason of the rule
 * @param remedy what to do about it, a sentence; may be empty
 * @param fixes changes that would put it right, the best first; the first one that the server carries out is shown
 */
@API(status = Status.EXPERIMENTAL)
public record Violation(
        Optional<String> code, Subject subject, String fact, String why, String remedy, List<List<Change>> fixes) {
    public Violation {
        fixes = fixes.stream().map(List::copyOf).toList();
    }

    public static Violation of(Subject subject, String fact) {
        return new Violation(Optional.empty(), subject, fact, "", "", List.of());
    }

    public Violation because(String reason) {
        return new Violation(code, subject, fact, reason, remedy, fixes);
    }

    public Violation remedy(String sentence) {
        return new Violation(code, subject, fact, why, sentence, fixes);
    }

    Violation coded(String other) {
        return new Violation(Optional.of(other), subject, fact, why, remedy, fixes);
    }

    /** With one more way to put it right. */
    public Violation fixedBy(Change... changes) {
        List<List<Change>> more = new ArrayList<>(fixes);
        more.add(List.of(changes));
        return new Violation(code, subject, fact, why, remedy, more);
    }
}
