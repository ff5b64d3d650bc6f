package dev.fk.junit.report;

import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Times and numbers, in nanoseconds, added up over threads. Thread-safe. */
@API(status = Status.INTERNAL)
public final class Cost {
    static final String HEADINGS =
            "class\ttemplates\tbuild ms\tdatabases\tcopied\tcleaned\tclone ms\treset ms\twall ms\tshare of wall time";

    private final Optional<Cost> whole;
    private final LongAdder templates = new LongAdder();
    private final LongAdder building = new LongAdder();
    private final LongAdder databases = new LongAdder();
    private final LongAdder copied = new LongAdder();
    private final LongAdder cleaned = new LongAdder();
    private final LongAdder cloning = new LongAdder();
    private final LongAdder resetting = new LongAdder();
    private final AtomicLong first = new AtomicLong();
    private final AtomicLong last = new AtomicLong();

    Cost() {
        this.whole = Optional.empty();
    }

    Cost(Cost whole) {
        this.whole = Optional.of(whole);
    }

    /** Has wall time begin now, unless it has begun. */
    public void begin() {
        first.compareAndSet(0, System.nanoTime());
        whole.ifPresent(Cost::begin);
    }

    /** Has it end now. */
    public void end() {
        last.set(System.nanoTime());
    }

    /** Builds a template. */
    public void build(Runnable work) {
        begin();
        long start = System.nanoTime();
        work.run();
        built(System.nanoTime() - start);
    }

    private void built(long nanos) {
        templates.increment();
        building.add(nanos);
        whole.ifPresent(w -> w.built(nanos));
    }

    /** Gets a database; includes waiting for its template. */
    public <T> T take(Supplier<T> work) {
        begin();
        long start = System.nanoTime();
        T database = work.get();
        taken(System.nanoTime() - start);
        return database;
    }

    private void taken(long nanos) {
        databases.increment();
        cloning.add(nanos);
        whole.ifPresent(w -> w.taken(nanos));
    }

    /** The one that was got is new: it was copied for whoever got it, or in advance. */
    public void copied() {
        copied.increment();
        whole.ifPresent(Cost::copied);
    }

    /** Somebody else had written to it, which was undone. Neither copied nor cleaned is one that nobody had changed. */
    public void cleaned() {
        cleaned.increment();
        whole.ifPresent(Cost::cleaned);
    }

    /** Gives a database back. */
    public void giveBack(Runnable work) {
        long start = System.nanoTime();
        work.run();
        gaveBack(System.nanoTime() - start);
    }

    private void gaveBack(long nanos) {
        resetting.add(nanos);
        whole.ifPresent(w -> w.gaveBack(nanos));
    }

    public boolean isNothing() {
        return databases.sum() == 0;
    }

    /** {@code 12 databases (4 copied, 7 cleaned) in 240 ms (20.0 ms each), given back in 35 ms: 9 % of 3.1 s}. */
    public String summary() {
        long wall = wall();
        return String.format(
                Locale.ROOT,
                "%s%d %s (%d copied, %d cleaned) in %.0f ms (%.1f ms each), given back in %.0f ms: %.0f %% of %.1f s",
                templates.sum() == 0
                        ? ""
                        : String.format(
                                Locale.ROOT,
                                "%d %s built in %.0f ms, ",
                                templates.sum(),
                                templates.sum() == 1 ? "template" : "templates",
                                building.sum() / 1e6),
                databases.sum(),
                databases.sum() == 1 ? "database" : "databases",
                copied.sum(),
                cleaned.sum(),
                cloning.sum() / 1e6,
                cloning.sum() / 1e6 / databases.sum(),
                resetting.sum() / 1e6,
                share(wall),
                wall / 1e9);
    }

    String line(String name) {
        long wall = wall();
        return String.format(
                Locale.ROOT,
                "%s\t%d\t%.1f\t%d\t%d\t%d\t%.1f\t%.1f\t%.1f\t%.1f %%",
                name,
                templates.sum(),
                building.sum() / 1e6,
                databases.sum(),
                copied.sum(),
                cleaned.sum(),
                cloning.sum() / 1e6,
                resetting.sum() / 1e6,
                wall / 1e6,
                share(wall));
    }

    private long wall() {
        long end = last.get() == 0 ? System.nanoTime() : last.get();
        return first.get() == 0 ? 0 : end - first.get();
    }

    /** More than 100 % if threads get databases at the same time. */
    private double share(long wall) {
        return wall == 0 ? 0 : 100.0 * (cloning.sum() + resetting.sum()) / wall;
    }
}
