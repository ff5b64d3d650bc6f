package dev.fk.core.parity;

import java.util.Optional;
import java.util.regex.Pattern;

/** Takes parentheses out of an expression where they change nothing: around all of it, a comparison, or a single value. */
final class Parentheses {
    private static final Pattern STRING = Pattern.compile("'(?:[^']|'')*+'");
    private static final Pattern MIXES = Pattern.compile("\\band\\b|\\bor\\b|\\bnot\\b|[-+*/|%]");
    private static final Pattern WORD_BEFORE = Pattern.compile("(?:.*\\W)?(?:and|or|not)");
    private static final Pattern CALL_BEFORE = Pattern.compile(".*\\w");

    private Parentheses() {}

    /** @param sql in lower case outside its strings */
    static String without(String sql) {
        String text = sql.strip();
        Optional<String> shorter = shorter(text);
        while (shorter.isPresent()) {
            text = shorter.get();
            shorter = shorter(text);
        }
        return text;
    }

    private static Optional<String> shorter(String text) {
        String masked =
                STRING.matcher(text).replaceAll(m -> "'" + "s".repeat(m.group().length() - 2) + "'");
        for (int open = masked.indexOf('('); open >= 0; open = masked.indexOf('(', open + 1)) {
            int close = closing(masked, open);
            String before = masked.substring(0, open);
            boolean afterWord = WORD_BEFORE.matcher(before).matches();
            boolean call = CALL_BEFORE.matcher(before).matches() && !afterWord;
            boolean all = open == 0 && close == text.length() - 1;
            if (close > 0
                    && !call
                    && (all || !MIXES.matcher(masked.substring(open + 1, close)).find())) {
                String tail = text.substring(close + 1);
                return Optional.of(text.substring(0, open)
                        + (afterWord ? " " : "")
                        + text.substring(open + 1, close)
                        + (tail.isEmpty() || !Character.isLetter(tail.charAt(0)) ? "" : " ")
                        + tail);
            }
        }
        return Optional.empty();
    }

    private static int closing(String text, int open) {
        int depth = 0;
        for (int i = open; i < text.length(); i++) {
            depth += text.charAt(i) == '(' ? 1 : text.charAt(i) == ')' ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return -1;
    }
}
