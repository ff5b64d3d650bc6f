package dev.fk.core.explain;

import dev.fk.core.dialect.Cause;
import dev.fk.core.dialect.MissingAccount;
import dev.fk.core.dialect.MissingRight;
import java.util.ArrayList;
import java.util.List;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Why a statement failed, as the tables and rows show it.
 *
 * @param fact what is wrong, without a full stop
 * @param evidence what has been seen: rows, names, numbers; a line each
 * @param remedy what to do about it, a sentence
 * @param fix the remedy as statements, where it can be said in statements
 */
@API(status = Status.EXPERIMENTAL)
public record Explanation(Cause cause, String fact, List<String> evidence, String remedy, Fix fix) {
    private static final String INDENT = "\n        ";

    public Explanation {
        evidence = List.copyOf(evidence);
    }

    /** Lines for people: why, what was seen, what to do, and the statements. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("  why : " + fact);
        line(text, "seen", evidence);
        line(text, "do  ", List.of(remedy));
        if (!fix.isEmpty()) {
            List<String> statements = new ArrayList<>();
            fix.before().forEach(s -> statements.add(s + ";"));
            statements.add(fix.instead().map(s -> s + ";").orElse("-- then the same statement again"));
            fix.after().forEach(s -> statements.add(s + ";"));
            line(text, "fix ", statements);
        }
        return text.append('\n').toString();
    }

    private static void line(StringBuilder text, String label, List<String> lines) {
        if (!lines.isEmpty()) {
            text.append("\n  ").append(label).append(": ").append(String.join(INDENT, lines));
        }
    }

    /** The same with more that has been seen. */
    public Explanation seen(List<String> lines) {
        List<String> more = new ArrayList<>(evidence);
        more.addAll(lines);
        return new Explanation(cause, fact, more, remedy, fix);
    }

    /** A fix that may destroy what is meant to stay, or that other rules refuse, is none. */
    public Explanation withoutFix() {
        return new Explanation(cause, fact, evidence, remedy, Fix.none());
    }

    /** That the user of a connection lacks a right, with the statement that gives it. */
    public static Explanation of(MissingRight right) {
        return of(Cause.PERMISSION_DENIED, right.fact(), right.remedy(), Fix.before(List.of(right.grant())));
    }

    /** That there is no account of the name that a statement grants something to, with the statements that make one. */
    public static Explanation of(MissingAccount missing) {
        return of(Cause.ACCOUNT_MISSING, missing.fact(), missing.remedy(), Fix.before(missing.creates()));
    }

    /** One of which nothing more has been seen than the fact. */
    public static Explanation of(Cause cause, String fact, String remedy, Fix fix) {
        return new Explanation(cause, fact, List.of(), remedy, fix);
    }
}
