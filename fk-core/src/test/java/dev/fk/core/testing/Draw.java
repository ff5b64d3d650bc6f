package dev.fk.core.testing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Random decisions. */
record Draw(Random random) {
    boolean chance(int oneIn) {
        return random.nextInt(oneIn) == 0;
    }

    int upTo(int max) {
        return random.nextInt(max + 1);
    }

    <T> T pick(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    <T> Optional<T> any(Collection<T> values) {
        return values.isEmpty() ? Optional.empty() : Optional.of(pick(List.copyOf(values)));
    }

    <T> List<T> shuffled(Collection<T> values) {
        List<T> copy = new ArrayList<>(values);
        Collections.shuffle(copy, random);
        return copy;
    }
}
