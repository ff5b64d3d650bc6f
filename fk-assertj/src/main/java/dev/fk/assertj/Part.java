package dev.fk.assertj;

import dev.fk.assertj.catalog.TableView;
import dev.fk.assertj.error.Failure;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A part of a table, found by an assertion about the table; or what stands in for it where failures are collected.
 *
 * @param candidates those that fit what a chain has asserted so far: usually one, never none
 */
record Part<T>(List<T> candidates, TableAssert origin, TableView view, Reporting reporting) {
    Part {
        candidates = List.copyOf(candidates);
    }

    @SuppressWarnings("unchecked") // a class literal has no type arguments
    static <T> Class<Part<T>> type() {
        return (Class<Part<T>>) (Class<?>) Part.class;
    }

    T value() {
        return candidates.get(0);
    }

    /** The same with those of several that fit a step as well. */
    Part<T> fitting(Function<T, Optional<Failure>> step) {
        List<T> left = candidates.stream().filter(c -> step.apply(c).isEmpty()).toList();
        return left.isEmpty() ? this : new Part<>(left, origin, view, reporting);
    }
}
