package dev.fk.core.diff;

import dev.fk.core.schema.Constraint;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Which constraint of one side is which of the other: those with equal keys, and among several (duplicates are real)
 * first those of the same name, so that an unnamed wish never takes the partner of a named one.
 */
record Matching<T extends Constraint>(List<Pair<T>> pairs, List<T> onlyFrom, List<T> onlyTo) {
    record Pair<T>(T from, T to) {}

    static <T extends Constraint> Matching<T> of(List<T> from, List<T> to, Function<? super T, ?> key) {
        Map<Object, List<T>> left = new HashMap<>();
        from.forEach(
                f -> left.computeIfAbsent(key.apply(f), k -> new ArrayList<>()).add(f));
        List<Pair<T>> pairs = new ArrayList<>();
        List<T> open = new ArrayList<>();
        for (T wanted : to) {
            take(left, key.apply(wanted), there -> there.name().equals(wanted.name()), wanted, pairs, open);
        }
        List<T> missing = new ArrayList<>();
        for (T wanted : open) {
            take(left, key.apply(wanted), there -> true, wanted, pairs, missing);
        }
        List<T> extra = from.stream()
                .filter(f -> left.getOrDefault(key.apply(f), List.of()).remove(f))
                .toList();
        return new Matching<>(pairs, extra, missing);
    }

    private static <T> void take(
            Map<Object, List<T>> left,
            Object key,
            Predicate<T> fits,
            T wanted,
            List<Pair<T>> pairs,
            List<T> unmatched) {
        List<T> candidates = left.getOrDefault(key, List.of());
        for (T there : candidates) {
            if (fits.test(there)) {
                pairs.add(new Pair<>(there, wanted));
                candidates.remove(there);
                return;
            }
        }
        unmatched.add(wanted);
    }
}
