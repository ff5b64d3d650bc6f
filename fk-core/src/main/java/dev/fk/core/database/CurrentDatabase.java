package dev.fk.core.database;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The database that {@code table("chat")} means on this thread while a test runs: a stack, because a thread that waits in
 * one test may be given another to run meanwhile (ForkJoin work stealing).
 */
@API(status = Status.EXPERIMENTAL)
public final class CurrentDatabase {
    private static final ThreadLocal<Deque<Binding>> BOUND = ThreadLocal.withInitial(ArrayDeque::new);

    private CurrentDatabase() {}

    /** Runs the body with the database bound to this thread, and unbinds it again whatever happens. */
    public static <T> T callWith(Database database, Callable<T> body) throws Exception {
        return call(new Binding(Optional.of(database), ""), body);
    }

    /**
     * Runs the body with no database bound, even where the thread has one already: it may be that of another test which
     * waits. Who asks for it is told why there is none.
     */
    public static <T> T callWithout(String why, Callable<T> body) throws Exception {
        return call(new Binding(Optional.empty(), why), body);
    }

    private static <T> T call(Binding binding, Callable<T> body) throws Exception {
        Deque<Binding> bound = BOUND.get();
        bound.push(binding);
        try {
            return body.call();
        } finally {
            bound.pop();
            if (bound.isEmpty()) {
                BOUND.remove();
            }
        }
    }

    public static Optional<Database> find() {
        return Optional.ofNullable(BOUND.get().peek()).flatMap(Binding::database);
    }

    /** The bound database, or an error that says how to do without one. */
    public static Database get() {
        return find().orElseThrow(() -> new IllegalStateException(whyNone()));
    }

    private static String whyNone() {
        Binding innermost = BOUND.get().peek();
        return innermost != null
                ? "No database is bound here: " + innermost.why()
                : "No database is bound to thread '" + Thread.currentThread().getName()
                        + "'. table(\"chat\") works on the test's own thread, in a class with @WithSchema; elsewhere pass"
                        + " the injected Database: table(db, \"chat\").";
    }

    private record Binding(Optional<Database> database, String why) {}
}
