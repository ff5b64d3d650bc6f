package dev.fk.examples.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** Two ways to the same end, measured in alternation; rounds below zero only warm up. */
final class Race {
    private final List<Long> bare = new ArrayList<>();
    private final List<Long> ours = new ArrayList<>();

    /** What is measured. */
    @FunctionalInterface
    interface Run {
        void go() throws java.sql.SQLException;
    }

    static long nanos(Run run) throws java.sql.SQLException {
        long start = System.nanoTime();
        run.go();
        return System.nanoTime() - start;
    }

    void add(int round, long bareNanos, long ourNanos) {
        if (round >= 0) {
            bare.add(bareNanos);
            ours.add(ourNanos);
        }
    }

    String row(Bench bench, int tables, String what, int statements) {
        double limit = median(bare) / 1e6;
        double mine = median(ours) / 1e6;
        return String.format(
                Locale.ROOT,
                "| %s | %d | %s | %.1f ms | %.1f ms | %.2f | %d |",
                bench,
                tables,
                what,
                limit,
                mine,
                mine / limit,
                statements);
    }

    private static long median(List<Long> times) {
        List<Long> sorted = new ArrayList<>(times);
        Collections.sort(sorted);
        return sorted.get(sorted.size() / 2);
    }
}
