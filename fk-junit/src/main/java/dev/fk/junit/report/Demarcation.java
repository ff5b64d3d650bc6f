package dev.fk.junit.report;

import dev.fk.core.dialect.Lexis;
import dev.fk.core.script.Token;
import dev.fk.core.script.Tokenizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Where SQL itself begins and ends transactions. */
final class Demarcation {
    private static final Set<String> BEGINS = Set.of("BEGIN", "START");
    private static final Set<String> ENDS = Set.of("COMMIT", "END", "ROLLBACK", "ABORT");

    /** After which MySQL and MariaDB have committed, unless it is about a temporary table. */
    private static final Set<String> COMMITTING = Set.of(
            "ALTER",
            "ANALYZE",
            "CHECK",
            "CREATE",
            "DROP",
            "FLUSH",
            "GRANT",
            "INSTALL",
            "LOCK",
            "OPTIMIZE",
            "RENAME",
            "REPAIR",
            "REVOKE",
            "TRUNCATE",
            "UNINSTALL");

    private Demarcation() {}

    /** @param before whether there was a transaction before */
    static boolean isOpenAfter(String sql, boolean before, Lexis lexis) {
        if (cannotMatter(sql, lexis)) {
            return before;
        }
        List<Token> tokens = Tokenizer.tokens(sql, lexis);
        boolean open = before;
        for (int start : StatementStarts.of(tokens).toArray()) {
            List<String> words = StatementStarts.words(tokens, start);
            if (words.get(0).equals("CREATE") || words.contains("ATOMIC")) {
                // the body of a routine has words of its own
                return commits(words, lexis) ? false : open;
            }
            open = isOpenAfter(words, open, lexis);
        }
        return open;
    }

    /** Most statements do not: those are not taken apart. */
    private static boolean cannotMatter(String sql, Lexis lexis) {
        String text = sql.stripLeading();
        int end = 0;
        while (end < text.length() && Character.isLetter(text.charAt(end))) {
            end++;
        }
        String first = text.substring(0, end).toUpperCase(Locale.ROOT);
        boolean matters = first.isEmpty()
                || BEGINS.contains(first)
                || ENDS.contains(first)
                || (lexis.hashComments() && COMMITTING.contains(first));
        return !matters && sql.indexOf(';') < 0;
    }

    private static boolean isOpenAfter(List<String> words, boolean open, Lexis lexis) {
        String first = words.get(0);
        if (first.equals("BEGIN") || (first.equals("START") && words.contains("TRANSACTION"))) {
            return true;
        }
        if (ENDS.contains(first)) {
            // ROLLBACK TO SAVEPOINT, COMMIT PREPARED, COMMIT AND CHAIN
            boolean goesOn = words.contains("TO")
                    || words.contains("PREPARED")
                    || (words.contains("CHAIN") && !words.contains("NO"));
            return goesOn && open;
        }
        return !commits(words, lexis) && open;
    }

    private static boolean commits(List<String> words, Lexis lexis) {
        return lexis.hashComments() && COMMITTING.contains(words.get(0)) && !words.contains("TEMPORARY");
    }
}
