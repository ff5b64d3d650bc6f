package dev.fk.core.generate;

import dev.fk.core.schema.QualifiedName;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Pieces of Java source. */
@API(status = Status.INTERNAL)
public final class JavaText {
    private static final Pattern ESCAPE = Pattern.compile("(\\\\++)u");

    private JavaText() {}

    /** A string literal (JLS 3.10.5), in ASCII and the text's own letters. */
    public static String literal(String text) {
        StringBuilder literal = new StringBuilder("\"");
        text.chars().forEach(c -> literal.append(escaped((char) c)));
        return literal.append('"').toString();
    }

    private static String escaped(char c) {
        return switch (c) {
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default ->
                Character.isISOControl(c) || Character.isSurrogate(c) || Character.getType(c) == Character.FORMAT
                        ? String.format(Locale.ROOT, "\\u%04x", (int) c)
                        : String.valueOf(c);
        };
    }

    /** A line that is no code, whatever is in the text: a backslash before a u is none of an escape (JLS 3.3). */
    static String comment(String text) {
        StringBuilder line = new StringBuilder("// ");
        ESCAPE.matcher(text.replaceAll("\\s+", " "))
                .replaceAll("$1$1u")
                .codePoints()
                .filter(c -> !Character.isISOControl(c) && Character.getType(c) != Character.FORMAT)
                .forEach(line::appendCodePoint);
        return line.toString();
    }

    /** Whether a package can be called so: dots between identifiers, none of which is a word of the language. */
    public static boolean isPackage(String name) {
        return Stream.of(name.split("\\.", -1)).allMatch(JavaNames::isName);
    }

    static String literals(List<String> texts) {
        return texts.stream().map(JavaText::literal).collect(Collectors.joining(", "));
    }

    /** A call with string literals as arguments. */
    static String call(String method, List<String> texts) {
        return "." + method + "(" + literals(texts) + ")";
    }

    static String call(String method, String text) {
        return call(method, List.of(text));
    }

    /** A call with names as arguments: literals, or values where one is of another schema than the default one. */
    static String naming(String method, Collection<QualifiedName> names) {
        boolean plain = names.stream().allMatch(n -> n.schema().isEmpty());
        return names.stream()
                .map(n -> plain ? literal(n.name()) : value(n))
                .collect(Collectors.joining(", ", "." + method + "(", ")"));
    }

    /** A name as the argument of a call that takes both. */
    static String name(QualifiedName name) {
        return name.schema().isEmpty() ? literal(name.name()) : value(name);
    }

    private static String value(QualifiedName name) {
        return "dev.fk.core.schema.QualifiedName.of(" + parts(name) + ")";
    }

    /** {@code "audit", "entry"} or {@code "chat"}. */
    static String parts(QualifiedName name) {
        return name.schema().map(s -> literal(s) + ", ").orElse("") + literal(name.name());
    }

    /** {@code AddAreaIdInUsers} for {@code add-area_id-in-users}; empty if there is no letter in it. */
    public static String className(String words) {
        String name = Stream.of(words.split("[^\\p{L}\\p{Nd}]+", -1))
                .filter(w -> !w.isEmpty())
                .map(w -> w.substring(0, 1).toUpperCase(Locale.ROOT) + w.substring(1))
                .collect(Collectors.joining());
        return name.isEmpty() || Character.isJavaIdentifierStart(name.charAt(0)) ? name : "M" + name;
    }
}
