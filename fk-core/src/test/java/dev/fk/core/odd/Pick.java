package dev.fk.core.odd;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Random decisions. */
record Pick(Random random) {
    /** Seeds that follow each other begin with the same numbers. */
    static Pick of(long seed) {
        return new Pick(new Random(new Random(seed).nextLong()));
    }

    boolean oneIn(int many) {
        return random.nextInt(many) == 0;
    }

    <T> T of(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    String of(String... values) {
        return of(List.of(values));
    }

    /** The text, or mostly nothing. */
    String maybe(int oneIn, String... values) {
        return oneIn(oneIn) ? " " + of(values) : "";
    }

    <T> List<T> shuffled(List<T> values) {
        List<T> copy = new ArrayList<>(values);
        Collections.shuffle(copy, random);
        return copy;
    }

    /** So many of them, in another order. */
    <T> List<T> some(int max, List<T> values) {
        List<T> copy = shuffled(values);
        return copy.subList(0, Math.min(copy.size(), random.nextInt(max + 1)));
    }
}
