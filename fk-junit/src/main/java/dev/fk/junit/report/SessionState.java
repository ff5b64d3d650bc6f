package dev.fk.junit.report;

import dev.fk.core.dialect.Lexis;
import dev.fk.core.script.Token;
import dev.fk.core.script.Tokenizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What a statement leaves in its session, where the statements of another connection do not see it. */
final class SessionState {
    private static final Set<String> LASTING = Set.of("SET", "PREPARE", "LISTEN", "USE");

    /** {@code SET LOCAL}, {@code SET TRANSACTION}: gone with the transaction; {@code SET GLOBAL}: everybody's. */
    private static final Set<String> NOT_OF_THE_SESSION = Set.of("LOCAL", "TRANSACTION", "CONSTRAINTS", "GLOBAL");

    private static final String LOCKS = "(?s).*\\b(pg_advisory_lock\\w*|get_lock)\\s*\\(.*";

    private SessionState() {}

    static boolean isChangedBy(String sql, Lexis lexis) {
        String start = sql.substring(0, Math.min(sql.length(), 200)).toUpperCase(Locale.ROOT);
        boolean matters = start.contains("TEMP") || LASTING.stream().anyMatch(start::contains);
        return (matters && isChangedBy(Tokenizer.tokens(sql, lexis)))
                || sql.toLowerCase(Locale.ROOT).matches(LOCKS);
    }

    private static boolean isChangedBy(List<Token> tokens) {
        return StatementStarts.of(tokens).anyMatch(i -> lasts(StatementStarts.words(tokens, i)));
    }

    private static boolean lasts(List<String> words) {
        String first = words.get(0);
        String second = words.get(1);
        boolean temporary = first.equals("CREATE") && (words.contains("TEMP") || words.contains("TEMPORARY"));
        boolean transaction = first.equals("PREPARE") && second.equals("TRANSACTION");
        return temporary || (LASTING.contains(first) && !NOT_OF_THE_SESSION.contains(second) && !transaction);
    }
}
