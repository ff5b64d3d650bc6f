package dev.fk.core.rule;

import dev.fk.core.plan.DataCheck;
import java.util.List;
import java.util.Locale;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * What a rule found.
 *
 * @param code stable, for filters and search, {@code FK401}; of a rule of one's own, its description
 * @param fact what is so, with the evidence, without a full stop
 * @param why what comes of it, without a full stop
 * @param remedy what to do about it, a sentence; may be empty
 * @param fix the statements that put it right on this server, in order, without terminators; empty where it takes a decision
 * @param checks what to ask the rows to know whether they make the fix fail: {@code database.data().dirty(checks)}
 */
@API(status = Status.EXPERIMENTAL)
public record Finding(
        String code,
        Severity severity,
        Subject subject,
        String fact,
        String why,
        String remedy,
        List<String> fix,
        List<DataCheck> checks) {
    public Finding {
        fix = List.copyOf(fix);
        checks = List.copyOf(checks);
    }

    Finding withSeverity(Severity other) {
        return new Finding(code, other, subject, fact, why, remedy, fix, checks);
    }

    /** Code, subject and fact in one line; what it means and what to do in lines of their own. */
    public String describe() {
        StringBuilder text = new StringBuilder(toString());
        line(text, "why", why);
        line(text, "do ", remedy);
        for (int i = 0; i < fix.size(); i++) {
            text.append(i == 0 ? "\n  fix : " : "\n        ").append(fix.get(i).replace("\n", "\n        "));
            text.append(i < fix.size() - 1 ? ";" : "");
        }
        return text.toString();
    }

    private static void line(StringBuilder text, String label, String value) {
        if (!value.isEmpty()) {
            text.append("\n  ").append(label).append(" : ").append(value);
        }
    }

    /** {@code FK401 error: chat(participantNo) has no index …}. */
    @Override
    public String toString() {
        return (code.matches("FK\\d+") ? code + " " : "") + severity.name().toLowerCase(Locale.ROOT) + ": " + fact;
    }
}
