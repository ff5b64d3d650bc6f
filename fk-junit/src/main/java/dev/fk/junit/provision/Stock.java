package dev.fk.junit.provision;

import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Copies of one template. Who takes one gets one that was made before, or that somebody else has not changed; only if there
 * is none, it is made while they wait. Thread-safe.
 */
final class Stock {
    private static final int READY_AT_MOST = 4;

    private final Workshop workshop;
    private final String template;
    private final Use use;
    private final Shared shared;
    private final Deque<Copy> ready = new ArrayDeque<>();
    private int taken;
    private int coming;
    private boolean closed;

    /** Used by the one thread that looks after copies which come back. */
    private @Nullable Optional<String> untouched;

    Stock(Workshop workshop, String template, Use use) {
        this.workshop = workshop;
        this.template = template;
        this.use = use;
        this.shared = new Shared(workshop, this);
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
        return first.isPresent() ? first.get() : workshop.make(this);
    }

    private synchronized Optional<Copy> poll() {
        taken++;
        return Optional.ofNullable(ready.poll());
    }

    /** How many to make in advance: none for who takes only one, more the more are taken. */
    private synchronized int order() {
        int missing = closed ? 0 : Math.max(0, Math.min(READY_AT_MOST, taken - 1) - ready.size() - coming);
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

    /** Whoever had it is done: if they have not changed it, somebody else may have it. */
    void comesBack(Copy copy) {
        if (!isFull() && isUntouched(copy)) {
            add(copy);
        } else {
            workshop.discard(copy);
        }
    }

    private boolean isUntouched(Copy copy) {
        try {
            Optional<String> fresh = fresh();
            return fresh.isPresent() && workshop.state(copy).equals(fresh);
        } catch (SQLException e) {
            System.getLogger(Stock.class.getName())
                    .log(Level.DEBUG, "Nobody can tell whether " + copy.name() + " was changed", e);
            return false;
        }
    }

    /** What a copy looks like that nobody had; empty if the server cannot say. */
    private Optional<String> fresh() throws SQLException {
        Optional<String> known = untouched;
        if (known == null) {
            Copy copy = workshop.make(this);
            known = workshop.state(copy);
            untouched = known;
            add(copy);
        }
        return known;
    }

    private synchronized boolean isFull() {
        return closed || ready.size() >= READY_AT_MOST;
    }

    private void add(Copy copy) {
        boolean welcome;
        synchronized (this) {
            welcome = !closed && ready.offer(copy);
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
