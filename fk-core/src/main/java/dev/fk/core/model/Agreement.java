package dev.fk.core.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Finds the one answer among the descriptions of one thing: whoever says something beats whoever says nothing. */
final class Agreement {
    private final List<String> differences = new ArrayList<>();

    /** The answer, if any; a second and different one is remembered as a difference. */
    <T> Optional<T> on(String what, List<Declared<T>> answers, Function<T, String> text) {
        if (answers.isEmpty()) {
            return Optional.empty();
        }
        Declared<T> first = answers.get(0);
        answers.stream()
                .filter(a -> !a.value().equals(first.value()))
                .findFirst()
                .ifPresent(other -> differences.add(what + " is " + text.apply(first.value()) + " at " + first.site()
                        + " and " + text.apply(other.value()) + " at " + other.site()));
        return Optional.of(first.value());
    }

    /** Reports the differences, all in one sentence. */
    void report(String subject, Problems problems) {
        if (!differences.isEmpty()) {
            problems.add(subject + " is described twice and the descriptions differ: " + String.join("; ", differences)
                    + ".");
        }
    }
}
