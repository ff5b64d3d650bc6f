package dev.fk.core.model;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** The name somebody probably meant. */
final class Suggestion {
    private Suggestion() {}

    /** {@code "; did you mean roomId?"}, or nothing. */
    static String among(Collection<String> names, String wrong) {
        return nearest(names, wrong).map(n -> "; did you mean " + n + "?").orElse("");
    }

    /** The closest name, if closer than half the letters; case and underscores do not count. */
    static Optional<String> nearest(Collection<String> names, String wrong) {
        String plain = plain(wrong);
        return names.stream()
                .filter(n -> distance(plain(n), plain) * 2 <= Math.max(plain.length(), 2))
                .min(Comparator.comparingInt((String n) -> distance(plain(n), plain))
                        .thenComparing(Comparator.naturalOrder()));
    }

    private static String plain(String name) {
        return name.replace("_", "").toLowerCase(Locale.ROOT);
    }

    /** Levenshtein's edit distance. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int substituted = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(substituted, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
