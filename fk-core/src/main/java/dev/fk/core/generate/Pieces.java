package dev.fk.core.generate;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Lists cut into pieces: javac gets lost in expressions of some hundred calls, and methods have 64 kB. */
final class Pieces {
    private Pieces() {}

    /** @param most how much a piece holds */
    static <T> Stream<List<T>> of(List<T> all, int most) {
        return IntStream.iterate(0, begin -> begin < all.size(), begin -> begin + most)
                .mapToObj(begin -> all.subList(begin, Math.min(begin + most, all.size())));
    }
}
