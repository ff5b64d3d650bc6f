package dev.fk.core.schema;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Finds the name somebody probably meant. */
@API(status = Status.INTERNAL)
public final class Nearest {
    private Nearest() {}

    /**
     * The candidate that differs in case alone or, failing that, in at most a third of the letters; some letter has to be the
     * same: of two names with one letter each, none is meant by the other.
     */
    public static Optional<String> to(String wanted, Collection<String> candidates) {
        return all(wanted, candidates).stream().findFirst();
    }

    /** The same with all that are equally near, in the order of the alphabet. */
    public static List<String> all(String wanted, Collection<String> candidates) {
        List<String> sameLetters = candidates.stream()
                .filter(c -> letters(c).equals(letters(wanted)))
                .distinct()
                .sorted()
                .toList();
        if (!sameLetters.isEmpty()) {
            return sameLetters;
        }
        int tolerance = Math.max(1, wanted.length() / 3);
        Map<Integer, List<String>> near = candidates.stream()
                .distinct()
                .sorted()
                .filter(c -> distance(letters(wanted), letters(c)) <= tolerance)
                .filter(c -> distance(letters(wanted), letters(c)) < Math.max(wanted.length(), c.length()))
                .collect(Collectors.groupingBy(
                        c -> distance(letters(wanted), letters(c)), TreeMap::new, Collectors.toList()));
        return near.values().stream().findFirst().orElse(List.of());
    }

    /** {@code ; did you mean participant?}, or nothing. */
    public static String didYouMean(String wanted, Collection<String> candidates) {
        List<String> all = all(wanted, candidates);
        return all.isEmpty() ? "" : "; did you mean " + String.join(" or ", all) + "?";
    }

    /** The same at the end of a sentence: {@code ; did you mean participant?}, or a full stop. */
    public static String endOfSentence(String wanted, Collection<String> candidates) {
        String question = didYouMean(wanted, candidates);
        return question.isEmpty() ? "." : question;
    }

    private static String letters(String name) {
        return name.toLowerCase(Locale.ROOT).replace("_", "");
    }

    /** Letters to add, drop or replace, or neighbours to swap (optimal string alignment): a swap is the usual slip. */
    private static int distance(String a, String b) {
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                cost[i][j] = i == 0 || j == 0 ? i + j : step(cost, a, b, i, j);
            }
        }
        return cost[a.length()][b.length()];
    }

    private static int step(int[][] cost, String a, String b, int i, int j) {
        boolean same = a.charAt(i - 1) == b.charAt(j - 1);
        int least = Math.min(cost[i - 1][j - 1] + (same ? 0 : 1), 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(least, cost[i - 2][j - 2] + 1) : least;
    }
}
