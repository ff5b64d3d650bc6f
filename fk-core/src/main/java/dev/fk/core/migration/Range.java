package dev.fk.core.migration;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * How far to go.
 *
 * @param last the last one
 * @param count how many at most
 */
record Range(Optional<String> last, Optional<Integer> count) {
    static final Range ALL = new Range(Optional.empty(), Optional.empty());

    Range with(int most) {
        if (most < 1) {
            throw new IllegalArgumentException(
                    "There is nothing to do for " + most + " migrations; ask for 1 or more.");
        }
        return new Range(last, Optional.of(most));
    }

    /** Of these, which come one after the other; the direction is -1 for the latest first. */
    <T> List<T> of(List<T> all, Function<T, String> id, int direction) {
        List<T> taken = new ArrayList<>();
        for (T next : all) {
            boolean beyond = last.isPresent() && direction * id.apply(next).compareTo(last.get()) > 0;
            if (!beyond && taken.size() < count.orElse(Integer.MAX_VALUE)) {
                taken.add(next);
            }
        }
        return taken;
    }
}
