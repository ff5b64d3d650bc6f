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
        for (int i = 0; i + 1 < tokens.size(); i++) {
            if (i > 0 && !tokens.get(i - 1).isSign(";")) {
                continue;
            }
            String first = tokens.get(i).keyword();
            String second = tokens.get(i + 1).keyword();
            boolean temporary = first.equals("CREATE")
                    && tokens.subList(i, Math.min(i + 4, tokens.size())).stream()
                            .anyMatch(t -> t.is("TEMP") || t.is("TEMPORARY"));
            boolean transaction = first.equals("PREPARE") && second.equals("TRANSACTION");
            if (temporary || (LASTING.contains(first) && !NOT_OF_THE_SESSION.contains(second) && !transaction)) {
                return true;
            }
        }
        return false;
    }
}
