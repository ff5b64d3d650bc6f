package dev.fk.core.source;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Names in the order in which people count: 2-orders before 10-customers. */
enum NaturalOrder implements Comparator<String> {
    INSTANCE;

    private static final Pattern PART = Pattern.compile("[0-9]+|[^0-9]+");

    @Override
    public int compare(String one, String other) {
        List<String> these = parts(one);
        List<String> those = parts(other);
        for (int i = 0; i < Math.min(these.size(), those.size()); i++) {
            int order = comparePart(these.get(i), those.get(i));
            if (order != 0) {
                return order;
            }
        }
        int order = Integer.compare(these.size(), those.size());
        return order == 0 ? one.compareTo(other) : order;
    }

    private static List<String> parts(String name) {
        return PART.matcher(name).results().map(MatchResult::group).toList();
    }

    private static int comparePart(String one, String other) {
        return isNumber(one) && isNumber(other)
                ? new BigInteger(one).compareTo(new BigInteger(other))
                : one.compareTo(other);
    }

    private static boolean isNumber(String part) {
        return Character.isDigit(part.charAt(0));
    }
}
