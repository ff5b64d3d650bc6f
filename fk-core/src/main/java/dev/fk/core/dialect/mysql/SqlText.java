package dev.fk.core.dialect.mysql;

import java.util.Optional;
import java.util.regex.Pattern;

/** The little that has to be known about SQL text to compare what was written with what the server made of it. */
final class SqlText {
    /** MySQL writes the character set its client spoke before each literal; JDBC drivers always speak this one. */
    private static final Pattern INTRODUCER = Pattern.compile("(?i)(?<![\\w$`])_utf8mb4\\s*$");

    /**
     * MySQL 9.7.4 writes that of the column instead where one ALTER changes it and adds a check: the same for letters that
     * are the same in both.
     */
    private static final Pattern INTRODUCER_OF_ASCII =
            Pattern.compile("(?i)(?<![\\w$`])_(?:utf8mb4|utf8mb3|latin1|ascii)\\s*$");

    private SqlText() {}

    /** A string literal; quotes are doubled, and so are backslashes, which escape unless the SQL mode says otherwise. */
    static String literal(String value) {
        return '\'' + value.replace("\\", "\\\\").replace("'", "''") + '\'';
    }

    /** The value of a text that is one string literal and nothing else, with or without a character set before it. */
    static Optional<String> literalValue(String sql) {
        String text = withoutIntroducer(sql.strip());
        if (text.isEmpty() || !isStringQuote(text.charAt(0)) || end(text, 0) != text.length()) {
            return Optional.empty();
        }
        return Optional.of(value(text));
    }

    private static String withoutIntroducer(String text) {
        int quote = text.indexOf('\'');
        return quote > 0 && INTRODUCER.matcher(text.substring(0, quote)).matches() ? text.substring(quote) : text;
    }

    /**
     * An expression in a form in which two spellings of a literal, white space and the parentheses around the whole make
     * no difference. What else may differ, only the server can tell.
     */
    static String normalize(String sql) {
        StringBuilder out = new StringBuilder();
        String text = sql.strip();
        for (int i = 0; i < text.length(); ) {
            char c = text.charAt(i);
            int end = end(text, i);
            if (isStringQuote(c)) {
                String value = value(text.substring(i, end));
                boolean ascii = value.chars().allMatch(l -> l < 0x80);
                String before =
                        (ascii ? INTRODUCER_OF_ASCII : INTRODUCER).matcher(out).replaceFirst("");
                out.setLength(0);
                out.append(before).append(literal(value));
            } else if (c == '`') {
                out.append(text, i, end);
            } else if (!Character.isWhitespace(c)) {
                out.append(c);
            } else if (out.length() > 0 && out.charAt(out.length() - 1) != ' ') {
                out.append(' ');
            }
            i = end;
        }
        return withoutParentheses(out.toString());
    }

    /** Without the parentheses around the whole of it; the servers write some that nobody wrote. */
    static String withoutParentheses(String sql) {
        String text = sql.strip();
        while (text.startsWith("(") && closing(text, 0) == text.length() - 1) {
            text = text.substring(1, text.length() - 1).strip();
        }
        return text;
    }

    /** Where the parenthesis at {@code open} is closed, or -1; those in strings and quoted names do not count. */
    static int closing(String sql, int open) {
        int depth = 0;
        for (int i = open; i < sql.length(); i = end(sql, i)) {
            if (sql.charAt(i) == '(') {
                depth++;
            } else if (sql.charAt(i) == ')' && --depth == 0) {
                return i;
            }
        }
        return -1;
    }

    /** Where the string, the quoted name or the character that starts at {@code start} ends. */
    static int end(String sql, int start) {
        char quote = sql.charAt(start);
        if (!isStringQuote(quote) && quote != '`') {
            return start + 1;
        }
        int i = start + 1;
        while (i < sql.length()) {
            char c = sql.charAt(i);
            if (c == '\\' && quote != '`') {
                i += 2;
            } else if (c != quote) {
                i++;
            } else if (i + 1 < sql.length() && sql.charAt(i + 1) == quote) {
                i += 2;
            } else {
                return i + 1;
            }
        }
        return sql.length();
    }

    private static boolean isStringQuote(char c) {
        return c == '\'' || c == '"';
    }

    /** What a literal means (MySQL manual, 11.1.1): doubled quotes and backslash escapes. */
    private static String value(String literal) {
        char quote = literal.charAt(0);
        StringBuilder value = new StringBuilder();
        for (int i = 1; i < literal.length() - 1; i++) {
            char c = literal.charAt(i);
            if (c == quote) {
                i++;
                value.append(c);
            } else if (c == '\\' && i + 1 < literal.length() - 1) {
                i++;
                value.append(escaped(literal.charAt(i)));
            } else {
                value.append(c);
            }
        }
        return value.toString();
    }

    private static String escaped(char c) {
        return switch (c) {
            case 'n' -> "\n";
            case 't' -> "\t";
            case 'r' -> "\r";
            case 'b' -> "\b";
            case '0' -> "\0";
            case 'Z' -> "\u001a";
            case '%', '_' -> "\\" + c;
            default -> String.valueOf(c);
        };
    }

    /** MySQL's information_schema shows expressions with their quotes and backslashes escaped once more. */
    static String unescaped(String shown) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < shown.length(); i++) {
            if (shown.charAt(i) == '\\' && i + 1 < shown.length()) {
                i++;
            }
            text.append(shown.charAt(i));
        }
        return text.toString();
    }

    /** Names in double quotes as names in backticks. */
    static String withBackticks(String sql) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < sql.length(); ) {
            int end = end(sql, i);
            if (sql.charAt(i) == '"') {
                text.append(Identifiers.quote(sql.substring(i + 1, end - 1).replace("\"\"", "\"")));
            } else {
                text.append(sql, i, end);
            }
            i = end;
        }
        return text.toString();
    }
}
