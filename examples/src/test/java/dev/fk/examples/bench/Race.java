package dev.fk.examples.bench;

import java.lang.management.ManagementFactory;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Two ways to the same end, measured in alternation; rounds below zero only warm up. */
final class Race {
    private final List<Lap> limits = new ArrayList<>();
    private final List<Lap> ours = new ArrayList<>();

    /**
     * How long something took.
     *
     * @param nanos on the clock
     * @param cpuNanos of the processor in this thread, which other work on the machine does not stretch as much
     */
    record Lap(long nanos, long cpuNanos) {
        double millis() {
            return nanos / 1e6;
        }

        double cpuMillis() {
            return cpuNanos / 1e6;
        }
    }

    /** What is measured. */
    @FunctionalInterface
    interface Run {
        void go() throws SQLException;
    }

    static Lap lap(Run run) throws SQLException {
        long cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        long start = System.nanoTime();
        run.go();
        long nanos = System.nanoTime() - start;
        return new Lap(nanos, ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpu);
    }

    /** What a wait is: the clock alone, as it runs for other threads as well. */
    static long nanos(Run run) throws SQLException {
        return lap(run).nanos();
    }

    void add(int round, Lap limit, Lap our) {
        if (round >= 0) {
            limits.add(limit);
            ours.add(our);
        }
    }

    double limit() {
        return median(limits, Lap::millis);
    }

    double ours() {
        return median(ours, Lap::millis);
    }

    double limitCpu() {
        return median(limits, Lap::cpuMillis);
    }

    double oursCpu() {
        return median(ours, Lap::cpuMillis);
    }

    private static double median(List<Lap> laps, ToDoubleFunction<Lap> value) {
        double[] sorted = laps.stream().mapToDouble(value).sorted().toArray();
        return sorted[sorted.length / 2];
    }
}
