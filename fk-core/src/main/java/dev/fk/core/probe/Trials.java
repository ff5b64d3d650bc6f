package dev.fk.core.probe;

import java.util.List;

/**
 * How many candidates of each value are tried together, so that a server is not asked about too many combinations.
 *
 * @param each of a value
 * @param ofFew of a value that is one of few
 */
record Trials(int each, int ofFew) {
    private static final long MOST = 250_000;
    private static final int FEW = 24;
    private static final int MOST_SWITCHES = 12;
    /** By the number of values. */
    private static final List<Integer> USUAL = List.of(60, 60, 60, 25, 12, 6, 6, 3);

    /**
     * @param few whether a value of the kind is one of few, each of which may mean something else
     */
    record Wanted(int candidates, boolean few) {}

    /**
     * @param values for each value what it has
     * @param switches how many more things may be so or not
     */
    static Trials of(List<Wanted> values, int switches) {
        int each = USUAL.get(Math.min(values.size(), USUAL.size() - 1));
        int ofFew = Math.max(each, FEW);
        while (new Trials(each, ofFew).combinations(values, switches) > MOST && ofFew > 1) {
            if (each > 2) {
                each--;
            } else {
                ofFew--;
                each = Math.min(each, ofFew);
            }
        }
        return new Trials(each, ofFew);
    }

    /** Whether this one of the things that may be so or not is tried both ways. */
    static boolean isOpen(int number) {
        return number < MOST_SWITCHES;
    }

    int most(Wanted value) {
        return Math.min(value.candidates(), value.few() ? ofFew : each);
    }

    private double combinations(List<Wanted> values, int switches) {
        double all = Math.pow(2, Math.min(switches, MOST_SWITCHES));
        for (Wanted value : values) {
            all *= most(value);
        }
        return all;
    }
}
