package dev.fk.core.generate;

import java.util.List;
import java.util.stream.Collectors;

/** Texts and names as Java source writes them. */
final class JavaString {
    private static final int FIRST_PRINTABLE = 0x20;
    private static final int DELETE = 0x7f;

    private JavaString() {}

    /** A string literal. */
    static String literal(String text) {
        StringBuilder literal = new StringBuilder("\"");
        text.codePoints().forEach(c -> literal.append(escaped(c)));
        return literal.append('"').toString();
    }

    private static String escaped(int c) {
        return switch (c) {
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> c < FIRST_PRINTABLE || c == DELETE ? String.format("\\u%04x", c) : Character.toString(c);
        };
    }

    /** String literals as the arguments of a call. */
    static String arguments(List<String> texts) {
        return texts.stream().map(JavaString::literal).collect(Collectors.joining(", "));
    }

    /** A call with string literals as arguments. */
    static String call(String method, List<String> texts) {
        return "." + method + "(" + arguments(texts) + ")";
    }

    static String call(String method, String text) {
        return call(method, List.of(text));
    }
}
