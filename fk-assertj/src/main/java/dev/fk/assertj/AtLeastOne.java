package dev.fk.assertj;

/** What an assertion is about has to be named: one over nothing could not fail. */
final class AtLeastOne {
    private AtLeastOne() {}

    static <T> T[] of(T[] values, String what) {
        if (values.length == 0) {
            throw new IllegalArgumentException("The " + what + " are missing; name at least one.");
        }
        return values;
    }
}
