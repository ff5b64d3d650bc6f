package dev.fk.junit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds keys that nobody reads, which are most often misspelt ones. */
final class KnownKeys {
    /** Read by others: the tests of fk itself. */
    private static final List<String> OF_OTHERS = List.of("fk.conformance", "fk.random.schemas", "fk.random.seed");

    private KnownKeys() {}

    /** One warning for each of our keys that does not exist. */
    static List<String> warnings(Collection<String> properties, Collection<String> environment) {
        List<String> warnings = new ArrayList<>();
        List<String> keys = Stream.concat(Arrays.stream(Setting.values()).map(Setting::key), OF_OTHERS.stream())
                .toList();
        properties.stream()
                .filter(p -> p.startsWith("fk.") && !keys.contains(p))
                .sorted()
                .forEach(p -> warnings.add(p + " is set, but fk has no such setting." + suggestion(p, keys)));
        List<String> variables = Arrays.stream(Setting.values())
                .map(Setting::environmentVariable)
                .toList();
        // Other programs may have variables that begin like ours: only what resembles one of ours is worth a word.
        environment.stream()
                .filter(v -> v.startsWith("FK_") && !variables.contains(v))
                .sorted()
                .forEach(v -> nearest(v, variables)
                        .ifPresent(
                                n -> warnings.add(v + " is set, but fk has no such setting. Did you mean " + n + "?")));
        return warnings;
    }

    private static String suggestion(String unknown, List<String> known) {
        return nearest(unknown, known)
                .map(n -> " Did you mean " + n + "?")
                .orElseGet(() ->
                        " It has: " + String.join(", ", known.stream().sorted().toList()) + ".");
    }

    private static Optional<String> nearest(String unknown, List<String> known) {
        return known.stream()
                .min(Comparator.comparingInt(k -> distance(unknown, k)))
                .filter(k -> distance(unknown, k) <= 3);
    }

    /** How many characters must be inserted, removed or replaced (Levenshtein). */
    private static int distance(String a, String b) {
        int[] previous = new int[b.length() + 1];
        Arrays.setAll(previous, i -> i);
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, Math.min(previous[j], row[j - 1]) + 1);
            }
            previous = row;
        }
        return previous[b.length()];
    }
}
