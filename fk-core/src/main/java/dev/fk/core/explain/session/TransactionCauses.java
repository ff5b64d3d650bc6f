package dev.fk.core.explain.session;

import dev.fk.core.dialect.Cause;
import dev.fk.core.dialect.Diagnosis;
import dev.fk.core.dialect.ServerError;
import dev.fk.core.dialect.Sql;
import dev.fk.core.explain.Explanation;
import dev.fk.core.explain.Fix;
import dev.fk.core.script.Token;
import dev.fk.core.script.Tokenizer;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** A statement that runs in no transaction of others, and was executed in one: what that is, PostgreSQL says. */
@API(status = Status.INTERNAL)
public record TransactionCauses(Sql failed, ServerError error, Diagnosis diagnosis) {
    private static final Pattern REFUSED = Pattern.compile(
            "(?:ERROR: )?(.+?) cannot (?:run inside a transaction block|be executed (?:from a function|within a pipeline))");

    /** Of these the server complains in the same way where it is too late for them. */
    private static final Set<String> SETTINGS = Set.of("SET", "BEGIN", "START");

    private static final Set<String> VERBS = Set.of("CREATE", "DROP", "ALTER", "REINDEX");

    public List<Explanation> find() {
        return REFUSED
                .matcher(error.message())
                .results()
                .map(m -> m.group(1))
                .findFirst()
                .or(this::begun)
                .map(this::explanation)
                .stream()
                .toList();
    }

    /** What the server says in another language. */
    private Optional<String> begun() {
        List<Token> words = Tokenizer.tokens(failed.text(), diagnosis.lexis());
        Token first = words.get(0);
        String concurrently = words.stream().anyMatch(t -> t.is("CONCURRENTLY")) ? " CONCURRENTLY" : "";
        return Optional.of(first.keyword()
                        + (VERBS.contains(first.keyword()) ? " " + words.get(1).keyword() : "")
                        + concurrently)
                .filter(w -> !SETTINGS.contains(first.keyword()));
    }

    private Explanation explanation(String what) {
        List<Token> words = Tokenizer.tokens(failed.text(), diagnosis.lexis());
        Fix fix = words.stream()
                .filter(t -> t.is("CONCURRENTLY")
                        && (words.get(0).is("CREATE") || words.get(0).is("DROP")))
                .findFirst()
                .map(t -> Fix.instead(failed.text().substring(0, t.start()).stripTrailing()
                        + failed.text().substring(t.end())))
                .orElse(Fix.none());
        return Explanation.of(
                Cause.IN_TRANSACTION,
                what
                        + " makes transactions of its own, and was executed in one: of the program, of a function, or of several"
                        + " statements that were sent together",
                fix.isEmpty()
                        ? "Execute it alone, on a connection that commits by itself (setAutoCommit(true))."
                        : "Execute it alone, on a connection that commits by itself (setAutoCommit(true)); or without"
                                + " CONCURRENTLY, as here: then others cannot write to the table meanwhile.",
                fix);
    }
}
