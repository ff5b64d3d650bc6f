package dev.fk.core.database;

import dev.fk.core.schema.Nearest;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
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
        return callWith(Map.of("", () -> database), Map.of(), body);
    }

    /**
     * Runs the body with several databases bound, each under its name; the one that is meant without a name has the empty
     * one. Each is asked for when the body does.
     *
     * @param absent why others are not among them, under the names of those; whoever asks for one is told
     */
    public static <T> T callWith(
            Map<String, Supplier<Database>> databases, Map<String, String> absent, Callable<T> body) throws Exception {
        return call(new Binding(Map.copyOf(databases), Map.copyOf(absent)), body);
    }

    /**
     * Runs the body with no database bound, even where the thread has one already: it may be that of another test which
     * waits. Who asks for it is told why there is none.
     */
    public static <T> T callWithout(String why, Callable<T> body) throws Exception {
        return callWith(Map.of(), Map.of("", why), body);
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
        return find("");
    }

    /** The bound database, or an error that says how to do without one. */
    public static Database get() {
        return get("");
    }

    /** The database that is bound under a name. */
    public static Optional<Database> find(String name) {
        return Optional.ofNullable(BOUND.get().peek())
                .map(b -> b.databases().get(name))
                .map(Supplier::get);
    }

    /** The database that is bound under a name, or an error that names those that are. */
    public static Database get(String name) {
        return find(name).orElseThrow(() -> new IllegalStateException(whyNone(name)));
    }

    private static String whyNone(String name) {
        Binding innermost = BOUND.get().peek();
        if (innermost == null) {
            return unbound();
        }
        String called = name.isEmpty() ? "" : " under the name '" + name + "'";
        return "No database is bound here" + called
                + innermost.why(name).map(why -> ": " + why).orElseGet(() -> others(name, innermost));
    }

    private static String others(String name, Binding innermost) {
        List<String> others = innermost.databases().keySet().stream()
                .filter(n -> !n.isEmpty())
                .sorted()
                .toList();
        return others.isEmpty()
                ? ", only one without a name."
                : Nearest.endOfSentence(name, others) + " There are: " + String.join(", ", others) + ".";
    }

    /** Virtual threads have no name unless they are given one. */
    private static String name(Thread thread) {
        return thread.getName().isEmpty() ? "thread " + thread.getId() : "thread '" + thread.getName() + "'";
    }

    private static String unbound() {
        return "No database is bound to " + name(Thread.currentThread())
                + ". A test has its database bound to its own thread, in a class with @WithSchema, which has to stand"
                + " above what calls tests by itself, such as @QuarkusTest: from its constructor on, in @BeforeEach,"
                + " the test and @AfterEach; with Isolation.PER_CLASS or READ_ONLY in @BeforeAll, too, if it is the class that is"
                + " annotated. In static initializers, methods of @MethodSource and other extensions there is none."
                + " Elsewhere pass the injected Database: table(db, \"chat\").";
    }

    private record Binding(Map<String, Supplier<Database>> databases, Map<String, String> absent) {
        /** Where there is no database at all, the reason for one without a name holds for all. */
        Optional<String> why(String name) {
            return Optional.ofNullable(absent.get(name))
                    .or(() -> databases.isEmpty() ? Optional.ofNullable(absent.get("")) : Optional.empty());
        }
    }
}
