package dev.fk.core.probe;

import java.util.List;

/**
 * How many candidates of each value are tried together, so that a server is not asked about too many combinations.
 *
 * @param values for each value what it has
 * @param switches how many more things are so or not
 */
record Trials(List<Wanted> values, int switches) {
    private static final long MOST = 100_000;
    private static final int FEW = 24;
    /** By the number of values. */
    private static final List<Integer> USUAL = List.of(60, 60, 60, 25, 12, 6, 6, 3);

    /**
     * @param few whether a value of the kind is one of few, each of which may mean something else
     */
    record Wanted(int candidates, boolean few) {}

    int most(Wanted value) {
        int each = USUAL.get(Math.min(values.size(), USUAL.size() - 1));
        while (each > 1 && combinations(each) > MOST) {
            each--;
        }
        return limit(value, each);
    }

    private static int limit(Wanted value, int each) {
        return Math.min(value.candidates(), value.few() ? Math.max(each, FEW) : each);
    }

    private double combinations(int each) {
        double all = Math.pow(2, switches);
        for (Wanted value : values) {
            all *= limit(value, each);
        }
        return all;
    }
}
