package dev.fk.core.dialect.mysql;

import dev.fk.core.dialect.NameRules;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What follows PARTITION BY in one spelling, so that a declared clause can be compared with the catalog's. */
final class Partitions {
    private static final Pattern PLAIN_NAME = Pattern.compile("`([A-Za-z_][A-Za-z0-9_]*)`");
    private static final Pattern ENGINE = Pattern.compile("(?i)\\s+(?:storage )?engine ?= ?\\w+");
    private static final Pattern BY_HASH = Pattern.compile("(linear )?(hash|key)\\b");
    /** A string, a quoted name, or a word that calls nothing. */
    private static final Pattern WORD =
            Pattern.compile("'(?:[^']|'')*+'|`(?:[^`]|``)*`|([\\w$\\x{80}-\\x{FFFF}]++)(?!\\()");

    private static final String TIGHT = "(),=";

    private Partitions() {}

    /**
     * Lower case (partitions and columns go by it anyway) outside quotes, no quotes around plain names unless they are words of
     * the server, no blanks beside punctuation, no engines.
     */
    static String canonical(String clause, NameRules names) {
        String text = ENGINE.matcher(clause.strip()).replaceAll("");
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < text.length(); ) {
            int end = SqlText.end(text, i);
            String token = text.substring(i, end);
            if (end > i + 1) {
                out.append(canonicalName(token, names));
            } else if (!Character.isWhitespace(token.charAt(0))) {
                if (TIGHT.contains(token)) {
                    dropBlank(out);
                }
                out.append(Character.toLowerCase(token.charAt(0)));
            } else if (out.length() > 0 && TIGHT.indexOf(out.charAt(out.length() - 1)) < 0) {
                dropBlank(out);
                out.append(' ');
            }
            i = end;
        }
        return counted(out.toString().strip());
    }

    /** Whether what stands behind (SUB)PARTITION BY in a canonical clause names the column; functions are no columns. */
    static boolean areBy(String clause, String column) {
        for (String part : clause.split("(?<![\\w`'])subpartition by ", 2)) {
            int open = part.startsWith("system_time") ? -1 : part.indexOf('(');
            int close = open < 0 ? -1 : SqlText.closing(part, open);
            if (close > 0 && names(part.substring(open, close), column)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the partitions are by whatever the key of the table is. */
    static boolean areByKey(String clause) {
        return clause.contains("key()");
    }

    private static boolean names(String expression, String column) {
        Matcher word = WORD.matcher(expression);
        while (word.find()) {
            if (column.equalsIgnoreCase(word.group(1))
                    || Identifiers.quote(column).equalsIgnoreCase(word.group())) {
                return true;
            }
        }
        return false;
    }

    private static String canonicalName(String token, NameRules names) {
        Matcher plain = PLAIN_NAME.matcher(token);
        if (!plain.matches()) {
            return token;
        }
        String name = plain.group(1).toLowerCase(Locale.ROOT);
        return names.isReserved(name) ? Identifiers.quote(name) : name;
    }

    /** MySQL 9.7 and MariaDB 11.8: HASH and KEY without a number are one partition. */
    private static String counted(String clause) {
        return BY_HASH.matcher(clause).lookingAt() && endOfColumns(clause) == clause.length()
                ? clause + "partitions 1"
                : clause;
    }

    private static int endOfColumns(String clause) {
        int depth = 0;
        for (int i = clause.indexOf('('); i >= 0 && i < clause.length(); i++) {
            char c = clause.charAt(i);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (depth == 0) {
                return i + 1;
            }
        }
        return -1;
    }

    private static void dropBlank(StringBuilder out) {
        if (out.length() > 0 && out.charAt(out.length() - 1) == ' ') {
            out.setLength(out.length() - 1);
        }
    }
}
