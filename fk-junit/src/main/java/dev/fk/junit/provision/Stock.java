package dev.fk.junit.provision;

import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Copies of one template. Who takes one gets one that was made before, that somebody else has not changed, or that was
 * cleaned after them; only if there is none, it is made while they wait. Thread-safe.
 */
final class Stock {
    /** So many are made in advance. */
    private static final int READY_AT_MOST = 4;

    /** So many lie ready when enough come back; more are dropped. */
    private static final int KEPT_AT_MOST = 8;

    private final Workshop workshop;
    private final String template;
    private final Use use;
    private final Shared shared;
    private final Inspection inspection;
    private final Deque<Copy> ready = new ArrayDeque<>();

    /** How long it takes to make one, in nanoseconds. */
    private final AtomicLong copying = new AtomicLong();

    private int taken;
    private int returning;
    private int waiting;

    /** Whether the last one that was looked at could be handed on. */
    private volatile boolean recycles;

    private int coming;
    private boolean closed;

    Stock(Workshop workshop, String template, Use use) {
        this.workshop = workshop;
        this.template = template;
        this.use = use;
        this.shared = new Shared(workshop, this);
        this.inspection = new Inspection(workshop, this);
    }

    Use use() {
        return use;
    }

    String template() {
        return template;
    }

    Shared shared() {
        return shared;
    }

    Copy take() throws SQLException {
        if (use == Use.READ_ONLY) {
            return shared.take();
        }
        Optional<Copy> first = poll();
        for (int missing = order(); missing > 0; missing--) {
            workshop.makeSoon(this);
        }
        return first.isPresent() ? first.get() : make();
    }

    private Copy make() throws SQLException {
        long begin = System.nanoTime();
        Copy copy = workshop.make(this);
        copying.accumulateAndGet(System.nanoTime() - begin, (before, now) -> before == 0 ? now : (before + now) / 2);
        return copy;
    }

    /** One that is coming back is waited for, unless making one would be faster. */
    private synchronized Optional<Copy> poll() {
        taken++;
        long deadline = System.nanoTime() + copying.get();
        waiting++;
        try {
            for (long left = copying.get();
                    ready.isEmpty() && recycles && returning >= waiting && left > 0 && !closed;
                    left = deadline - System.nanoTime()) {
                TimeUnit.NANOSECONDS.timedWait(this, left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            waiting--;
        }
        return Optional.ofNullable(ready.poll());
    }

    /**
     * How many to make in advance: none for who takes only one, more the more are taken, fewer if those that come back can be
     * had again.
     */
    private synchronized int order() {
        int there = ready.size() + coming + (recycles ? returning : 0);
        int missing = closed ? 0 : Math.max(0, Math.min(READY_AT_MOST, taken - 1) - there);
        coming += missing;
        return missing;
    }

    /** One that was ordered. */
    void deliver(Optional<Copy> copy) {
        synchronized (this) {
            coming--;
        }
        copy.ifPresent(this::add);
    }

    /** Whoever had one is done; it comes back soon. */
    synchronized void isReturned() {
        returning++;
    }

    /** If it is as it was, or can be made so, somebody else may have it. */
    void comesBack(Copy copy) {
        Optional<Copy> again = isFull() ? Optional.empty() : inspect(copy);
        again.ifPresentOrElse(this::add, () -> workshop.discard(copy));
        hasComeBack();
    }

    /** Whether it looks like its template. */
    boolean isAsItWas(Copy copy) {
        return inspection.pass(copy).isPresent();
    }

    private Optional<Copy> inspect(Copy copy) {
        Optional<Copy> again = inspection.pass(copy);
        recycles = again.isPresent();
        return again;
    }

    /** Whoever waits for it need not wait longer. */
    private synchronized void hasComeBack() {
        returning--;
        notifyAll();
    }

    private synchronized boolean isFull() {
        return closed || ready.size() >= KEPT_AT_MOST;
    }

    void add(Copy copy) {
        boolean welcome;
        synchronized (this) {
            welcome = !closed && ready.offer(copy);
            notifyAll();
        }
        if (!welcome) {
            workshop.discard(copy);
        }
    }

    /** No more copies; what was ready is to be discarded. */
    synchronized List<Copy> close() {
        closed = true;
        List<Copy> left = new ArrayList<>(ready);
        shared.close().ifPresent(left::add);
        ready.clear();
        return left;
    }
}
