package dev.fk.assertj;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The example in the Javadoc of one assertion: a use that passes and one that fails.
 *
 * @param assertion {@code TableAssert.exists}, numbered from the second overload on
 */
record JavadocExample(String assertion, String passes, String fails) {
    private static final Path SOURCES = Path.of("src", "main", "java", "dev", "fk", "assertj");
    private static final Pattern METHOD = Pattern.compile(
            "(/\\*\\*(?:(?!\\*/).)*\\*/)?\\s*(?:@Override\\s+)?public \\w+Assert (\\w+)\\(", Pattern.DOTALL);
    private static final Pattern EXAMPLE =
            Pattern.compile("\\* // passes\\n(.*?)\\* // fails\\n(.*?)\\* \\}</pre>", Pattern.DOTALL);
    /** Ways from one assert to another that assert nothing. */
    private static final List<String> NAVIGATION = List.of("returnToTable", "returnToSchema", "and", "table");

    /** One for every public assertion there is. */
    static List<JavadocExample> all() {
        try (Stream<Path> files = Files.list(SOURCES)) {
            return files.filter(f ->
                            f.getFileName().toString().matches("[A-Z]\\w+(?<!Schema)Assert.java|SchemaAssert.java"))
                    .sorted()
                    .flatMap(JavadocExample::in)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The classes of assertions. */
    static List<Class<?>> classes() {
        return all().stream()
                .map(e -> e.assertion().replaceAll("[.].*", ""))
                .distinct()
                .<Class<?>>map(JavadocExample::type)
                .toList();
    }

    private static Class<?> type(String name) {
        try {
            return Class.forName("dev.fk.assertj." + name);
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    static boolean isNavigation(String method) {
        return NAVIGATION.contains(method);
    }

    private static Stream<JavadocExample> in(Path file) {
        String type = file.getFileName().toString().replace(".java", "");
        Map<String, Integer> seen = new HashMap<>();
        List<JavadocExample> examples = new ArrayList<>();
        Matcher methods = METHOD.matcher(read(file));
        while (methods.find()) {
            String method = methods.group(2);
            if (!NAVIGATION.contains(method)) {
                int overload = seen.merge(method, 1, Integer::sum);
                String name = type + "." + method + (overload == 1 ? "" : "." + overload);
                examples.add(of(name, methods.group(1) == null ? "" : methods.group(1)));
            }
        }
        return examples.stream();
    }

    private static JavadocExample of(String name, String javadoc) {
        Matcher example = EXAMPLE.matcher(javadoc);
        if (!example.find()) {
            throw new AssertionError("The Javadoc of " + name + " has no example with '// passes' and '// fails'.");
        }
        return new JavadocExample(name, code(example.group(1)), code(example.group(2)));
    }

    private static String code(String lines) {
        return lines.replaceAll("(?m)^ *\\* ?", "").strip();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
