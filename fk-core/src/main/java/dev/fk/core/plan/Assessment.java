package dev.fk.core.plan;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** A risk and the reason in words; of a safe step, what comes of it without anybody having declared it, if anything. */
@API(status = Status.EXPERIMENTAL)
public record Assessment(Risk risk, String reason) {
    static final Assessment SAFE = new Assessment(Risk.SAFE, "");

    static Assessment told(String note) {
        return new Assessment(Risk.SAFE, note);
    }

    static Assessment dataDependent(String reason) {
        return new Assessment(Risk.DATA_DEPENDENT, reason);
    }

    static Assessment destructive(String reason) {
        return new Assessment(Risk.DESTRUCTIVE, reason);
    }

    /** The same where the rows are not asked before, because no query tells what the server will make of them. */
    Assessment unasked() {
        return risk == Risk.DATA_DEPENDENT ? dataDependent(reason + " (only the server can tell)") : this;
    }

    /** What a statement risks that makes several changes: as much as the riskiest, for all their reasons. */
    static Assessment all(List<Assessment> assessments) {
        Risk worst = assessments.stream()
                .map(Assessment::risk)
                .max(Comparator.naturalOrder())
                .orElse(Risk.SAFE);
        String reasons = assessments.stream()
                .map(Assessment::reason)
                .filter(r -> !r.isEmpty())
                .distinct()
                .collect(Collectors.joining("; "));
        return new Assessment(worst, reasons);
    }
}
