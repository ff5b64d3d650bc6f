package dev.fk.examples.bench;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Two ways to the same end, measured in alternation; rounds below zero only warm up. */
final class Race {
    private final List<Long> limits = new ArrayList<>();
    private final List<Long> ours = new ArrayList<>();

    /** What is measured. */
    @FunctionalInterface
    interface Run {
        void go() throws SQLException;
    }

    static long nanos(Run run) throws SQLException {
        long start = System.nanoTime();
        run.go();
        return System.nanoTime() - start;
    }

    void add(int round, long limitNanos, long ourNanos) {
        if (round >= 0) {
            limits.add(limitNanos);
            ours.add(ourNanos);
        }
    }

    /** Milliseconds. */
    double limit() {
        return median(limits);
    }

    /** Milliseconds. */
    double ours() {
        return median(ours);
    }

    private static double median(List<Long> times) {
        List<Long> sorted = new ArrayList<>(times);
        Collections.sort(sorted);
        return sorted.get(sorted.size() / 2) / 1e6;
    }
}
