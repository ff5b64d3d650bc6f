package dev.fk.core.schema;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Finds the name somebody probably meant. */
@API(status = Status.INTERNAL)
public final class Nearest {
    private Nearest() {}

    /** The candidate that differs in case alone or, failing that, in at most a third of the letters. */
    public static Optional<String> to(String wanted, Collection<String> candidates) {
        Optional<String> sameLetters = candidates.stream()
                .filter(c -> letters(c).equals(letters(wanted)))
                .sorted()
                .findFirst();
        if (sameLetters.isPresent()) {
            return sameLetters;
        }
        int tolerance = Math.max(1, wanted.length() / 3);
        return candidates.stream()
                .filter(c -> distance(letters(wanted), letters(c)) <= tolerance)
                .min(Comparator.<String>comparingInt(c -> distance(letters(wanted), letters(c)))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** {@code ; did you mean participant?}, or nothing. */
    public static String didYouMean(String wanted, Collection<String> candidates) {
        return to(wanted, candidates).map(n -> "; did you mean " + n + "?").orElse("");
    }

    private static String letters(String name) {
        return name.toLowerCase(Locale.ROOT).replace("_", "");
    }

    private static int distance(String a, String b) {
        int[] previous = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] current = new int[b.length() + 1];
            current[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(replaced, 1 + Math.min(previous[j], current[j - 1]));
            }
            previous = current;
        }
        return previous[b.length()];
    }
}
