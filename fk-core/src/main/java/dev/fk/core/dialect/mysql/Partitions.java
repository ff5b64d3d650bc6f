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
