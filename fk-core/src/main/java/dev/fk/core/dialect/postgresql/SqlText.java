package dev.fk.core.dialect.postgresql;

import java.util.regex.Pattern;

/** The little that has to be known about SQL text to write it into other SQL text. */
final class SqlText {
    private static final Pattern ATOM = Pattern.compile("'(?:[^']|'')*+'(?:::[\\w\\s\".\\[\\]()]+)?|[\\w.]+");

    private SqlText() {}

    /** A string literal that means the same whatever standard_conforming_strings is. */
    static String literal(String value) {
        String quoted = '\'' + value.replace("'", "''") + '\'';
        return value.indexOf('\\') < 0 ? quoted : "E" + quoted.replace("\\", "\\\\");
    }

    /** Without the parentheses around the whole of it; the server writes some that nobody wrote. */
    static String withoutParentheses(String sql) {
        String text = sql.strip();
        while (text.startsWith("(") && closing(text, 0) == text.length() - 1) {
            text = text.substring(1, text.length() - 1).strip();
        }
        return text;
    }

    /** An expression in the one of its texts that stays the same when the server reads it and writes it anew. */
    static String expression(String sql) {
        return ArrayCasts.inElements(withoutParentheses(sql));
    }

    /** In parentheses, unless it is a literal, a name, a call or in parentheses already. */
    static String asOperand(String sql) {
        String text = sql.strip();
        int open = text.indexOf('(');
        boolean call = open >= 0
                && text.substring(0, open).chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '_' || c == '.')
                && closing(text, open) == text.length() - 1;
        return call || ATOM.matcher(text).matches() ? text : "(" + text + ")";
    }

    /** Where the parenthesis at {@code open} is closed, or -1; those in strings and quoted names do not count. */
    static int closing(String sql, int open) {
        int depth = 0;
        for (int i = open; i < sql.length(); i++) {
            char c = sql.charAt(i);
            if (c == '\'' || c == '"') {
                i = unquoted(sql, i);
            } else if (c == '(') {
                depth++;
            } else if (c == ')' && --depth == 0) {
                return i;
            }
        }
        return -1;
    }

    /** Where the string or quoted name ends that begins here; at the end of the text if it does not. */
    static int unquoted(String sql, int begin) {
        int end = sql.indexOf(sql.charAt(begin), begin + 1);
        return end < 0 ? sql.length() : end;
    }

    /** Where a text occurs next outside of strings and quoted names, or -1. */
    static int next(String sql, String wanted, int from) {
        for (int i = from; i < sql.length(); i++) {
            char c = sql.charAt(i);
            if (c == '\'' || c == '"') {
                i = unquoted(sql, i);
            } else if (sql.startsWith(wanted, i)) {
                return i;
            }
        }
        return -1;
    }
}
