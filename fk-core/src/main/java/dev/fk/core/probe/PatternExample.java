package dev.fk.core.probe;

import java.util.Optional;

/**
 * A string that a regular expression matches, for what checks usually ask of: classes, groups, alternatives, repetition,
 * anchors. Look-arounds and back references are beyond it; whether a string does match is for the server to say.
 */
final class PatternExample {
    private static final int MOST_REPETITIONS = 64;

    private final String regex;
    private final int number;
    private int at;

    private PatternExample(String regex, int number) {
        this.regex = regex;
        this.number = number;
    }

    /** Other numbers choose other characters. */
    static Optional<String> of(String regex, int number) {
        PatternExample example = new PatternExample(regex, number);
        try {
            String text = example.alternatives();
            return example.at == regex.length() ? Optional.of(text) : Optional.empty();
        } catch (StringIndexOutOfBoundsException | NumberFormatException unclear) {
            return Optional.empty();
        }
    }

    /** A string that fits a pattern of LIKE. */
    static String ofLike(String pattern, String filling) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (c == '\\' && i + 1 < pattern.length()) {
                text.append(pattern.charAt(++i));
            } else if (c == '%') {
                text.append(filling);
            } else {
                text.append(c == '_' ? 'a' : c);
            }
        }
        return text.toString();
    }

    private boolean more() {
        return at < regex.length();
    }

    private String alternatives() {
        String first = sequence();
        while (more() && regex.charAt(at) == '|') {
            at++;
            sequence();
        }
        return first;
    }

    private String sequence() {
        StringBuilder text = new StringBuilder();
        while (more() && regex.charAt(at) != '|' && regex.charAt(at) != ')') {
            String one = one();
            text.append(one.repeat(repetitions()));
        }
        return text.toString();
    }

    private String one() {
        char c = regex.charAt(at++);
        return switch (c) {
            case '^', '$' -> "";
            case '.' -> "" + (char) ('a' + number % 26);
            case '(' -> group();
            case '[' -> "" + charOfClass();
            case '\\' -> escaped(regex.charAt(at++));
            default -> "" + c;
        };
    }

    private String group() {
        if (regex.startsWith("?:", at)) {
            at += 2;
        }
        String inside = alternatives();
        at++;
        return inside;
    }

    private String escaped(char c) {
        return switch (c) {
            case 'd' -> "" + (char) ('0' + number % 10);
            case 'w', 'S' -> "" + (char) ('a' + number % 26);
            case 's' -> " ";
            case 'D', 'W' -> "-";
            case 'A', 'Z', 'z', 'b', 'm', 'M', 'y' -> "";
            default -> "" + c;
        };
    }

    private char charOfClass() {
        boolean negated = regex.charAt(at) == '^';
        at += negated ? 1 : 0;
        StringBuilder members = new StringBuilder();
        boolean first = true;
        while (first || regex.charAt(at) != ']') {
            first = false;
            member(members);
        }
        at++;
        if (!negated) {
            return members.charAt(number % members.length());
        }
        for (char c = 'a'; c <= 'z'; c++) {
            if (members.indexOf("" + c) < 0) {
                return c;
            }
        }
        return members.indexOf("0") < 0 ? '0' : '-';
    }

    private void member(StringBuilder members) {
        if (regex.startsWith("[:", at)) {
            int end = regex.indexOf(":]", at);
            members.append(named(regex.substring(at + 2, end)));
            at = end + 2;
            return;
        }
        char from = regex.charAt(at++);
        if (from == '\\') {
            String escaped = escaped(regex.charAt(at++));
            members.append(escaped);
            return;
        }
        boolean range = regex.charAt(at) == '-' && regex.charAt(at + 1) != ']';
        if (!range) {
            members.append(from);
            return;
        }
        char to = regex.charAt(at + 1);
        at += 2;
        for (char c = from; c <= to; c++) {
            members.append(c);
        }
    }

    private static String named(String name) {
        return switch (name) {
            case "digit", "xdigit" -> "0123456789";
            case "upper" -> "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
            case "space", "blank" -> " ";
            case "punct" -> "-";
            default -> "abcdefghijklmnopqrstuvwxyz";
        };
    }

    private int repetitions() {
        if (!more()) {
            return 1;
        }
        int count = 1;
        char c = regex.charAt(at);
        if (c == '*' || c == '+' || c == '?') {
            at++;
        } else if (c == '{') {
            int end = regex.indexOf('}', at);
            count = Math.max(1, Integer.parseInt(regex.substring(at + 1, end).replaceAll(",.*", "")));
            at = end + 1;
        } else {
            return 1;
        }
        if (more() && (regex.charAt(at) == '?' || regex.charAt(at) == '+')) {
            at++;
        }
        return Math.min(count, MOST_REPETITIONS);
    }
}
