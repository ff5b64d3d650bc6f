package dev.fk.junit;

import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * Has a test end whose time is up while a driver waits for the server. {@code @Timeout} interrupts its thread, and no driver
 * reacts to that: PostgreSQL 42.7.14 would wait for a lock for good, MySQL 9.7.0 and MariaDB 3.5.11 for 50 s, which is what
 * their servers allow. Whoever is still interrupted a second later has the statements of its databases cancelled that do
 * not get on. A thread that has waited for a lock for ten seconds, and has a transaction open on another connection, most
 * likely waits for itself: it need not wait for its time to be up, if it has any. Thread-safe.
 */
final class Watchdog implements AutoCloseable {
    private static final int LOOKS_PER_SECOND = 4;
    private static final int LOOKS_AT_ONE_STATEMENT = 10 * LOOKS_PER_SECOND;

    private final Set<Guarded> calls = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService looks = Executors.newSingleThreadScheduledExecutor(look -> {
        Thread thread = new Thread(look, "fk-watchdog");
        thread.setDaemon(true);
        return thread;
    });

    private final ScheduledFuture<?> looking =
            looks.scheduleWithFixedDelay(this::look, 0, 1000 / LOOKS_PER_SECOND, TimeUnit.MILLISECONDS);

    Watchdog() {}

    /** Goes on whatever happens: what is thrown from here would be the last look. */
    private void look() {
        try {
            calls.forEach(Guarded::look);
        } catch (RuntimeException e) {
            System.getLogger(Watchdog.class.getName()).log(Level.WARNING, "Cannot see whether a test hangs", e);
        }
    }

    /** A call into a test, on its thread, until it ends. */
    Guarded guard(List<Lease> leases) {
        Guarded call = new Guarded(Thread.currentThread(), leases);
        calls.add(call);
        return call;
    }

    /** Whether no thread uses this database but those whose time is up. */
    boolean isLeft(Lease lease) {
        return calls.stream()
                .filter(c -> !c.thread.isInterrupted())
                .flatMap(c -> c.leases.stream())
                .noneMatch(lease::sharesDatabaseWith);
    }

    @Override
    public void close() {
        looking.cancel(true);
        looks.shutdownNow();
    }

    final class Guarded {
        private final Thread thread;
        private final List<Lease> leases;
        private int interrupted;
        private Optional<String> awaited = Optional.empty();
        private int looksAtIt;
        private boolean over;

        private Guarded(Thread thread, List<Lease> leases) {
            this.thread = thread;
            this.leases = leases;
        }

        private synchronized void look() {
            interrupted = thread.isInterrupted() ? interrupted + 1 : 0;
            if (!over && interrupted > LOOKS_PER_SECOND) {
                interrupted = 1;
                leases.stream().filter(Watchdog.this::isLeft).forEach(Lease::cancelHang);
            }
            if (!over) {
                lookAtStatement();
            }
        }

        private void lookAtStatement() {
            Optional<String> now = leases.stream()
                    .flatMap(l -> l.awaitedInVainBy(thread).stream())
                    .findFirst();
            looksAtIt = now.isPresent() && now.equals(awaited) ? looksAtIt + 1 : 0;
            awaited = now;
            if (looksAtIt >= LOOKS_AT_ONE_STATEMENT) {
                looksAtIt = 0;
                leases.stream()
                        .filter(l -> l.awaitedInVainBy(thread).isPresent())
                        .forEach(Lease::cancelWaiting);
            }
        }

        /** Waits for a look, so that it cancels nothing of what comes later. */
        void end() {
            calls.remove(this);
            synchronized (this) {
                over = true;
            }
        }
    }
}
