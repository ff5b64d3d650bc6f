package dev.fk.core.generate;

import java.util.Set;
import java.util.stream.Stream;

/** A name that is not taken yet. */
final class FreeName {
    private FreeName() {}

    /** The one that is wanted, or else with the first number from 2 on; it is taken from now on. */
    static String of(String wanted, String separator, Set<String> taken) {
        return Stream.concat(Stream.of(wanted), Stream.iterate(2, i -> i + 1).map(i -> wanted + separator + i))
                .filter(taken::add)
                .findFirst()
                .orElseThrow();
    }
}
