package dev.fk.junit.report;

import java.lang.reflect.Method;
import java.sql.SQLException;
import java.time.Duration;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Writes down what one connection does, with where its transactions begin and end: a script has to say it. Used by one
 * thread at a time, as JDBC has it.
 */
final class SeenTransaction {
    private final String connection;
    private final StatementLog log;
    private final Refused refused;
    private final Map<Object, String> savepoints = new IdentityHashMap<>();
    private final AtomicLong statements = new AtomicLong();
    private volatile @Nullable Thread busy;
    private volatile @Nullable Thread user;
    private volatile String last = "";
    private volatile boolean open;
    private boolean manual;

    SeenTransaction(String connection, StatementLog log, Refused refused) {
        this.connection = connection;
        this.log = log;
        this.refused = refused;
    }

    /** Hears of a statement that failed, before anybody else does. */
    interface Refused {
        void hear(String sql, SQLException error);
    }

    interface Work {
        @Nullable
        Object run() throws Throwable;
    }

    /** Whether some thread waits for the server's answer. */
    boolean isBusy() {
        return busy != null;
    }

    /** The statement for which this thread waits, called by a name of its own; empty if it waits for none here. */
    Optional<String> awaitedBy(Thread thread) {
        return thread.equals(busy) ? Optional.of(connection + " " + statements) : Optional.empty();
    }

    /** Whether it is in a transaction that nobody but this thread is likely to end. */
    boolean isLeftOpenBy(Thread thread) {
        return open && busy == null && thread.equals(user);
    }

    /** What it does now; others may ask. */
    ConnectionState state(Optional<Opened> opened) {
        Thread waiting = busy;
        return new ConnectionState(
                connection,
                opened.map(o -> List.of(o.where().getStackTrace())).orElse(List.of()),
                last,
                waiting == null ? List.of() : List.of(waiting.getStackTrace()));
    }

    boolean backslashEscapes() {
        return log.backslashEscapes();
    }

    @Nullable
    Object statement(String sql, Work work) throws Throwable {
        if (manual && !open) {
            open = true;
            remark("BEGIN");
        }
        return seen(sql, work);
    }

    /** {@code commit()}, {@code rollback()}, {@code rollback(savepoint)}, {@code setAutoCommit(false)}. */
    @Nullable
    Object call(Object target, Method method, Object @Nullable [] arguments) throws Throwable {
        if (arguments != null && arguments.length == 1 && arguments[0] instanceof Boolean automatic) {
            manual = !automatic;
            if (automatic) {
                ended("COMMIT");
            }
            return Delegation.to(target, method, arguments);
        }
        if (arguments != null && arguments.length > 0) {
            return with("ROLLBACK TO SAVEPOINT ", target, method, arguments);
        }
        if (!open) {
            return Delegation.to(target, method, arguments);
        }
        open = false;
        return seen(method.getName().toUpperCase(Locale.ROOT), () -> Delegation.to(target, method, arguments));
    }

    /** Its name here is another one, because most have none that needs no quotes. */
    @Nullable
    Object setSavepoint(Object target, Method method, Object @Nullable [] arguments) throws Throwable {
        String name = "savepoint_" + (savepoints.size() + 1);
        Object savepoint = statement("SAVEPOINT " + name, () -> Delegation.to(target, method, arguments));
        if (savepoint != null) {
            savepoints.put(savepoint, name);
        }
        return savepoint;
    }

    /** {@code rollback(savepoint)}, {@code releaseSavepoint(savepoint)}. */
    @Nullable
    Object with(String command, Object target, Method method, Object @Nullable [] arguments) throws Throwable {
        String name = arguments == null ? null : savepoints.get(arguments[0]);
        return name == null
                ? Delegation.to(target, method, arguments)
                : seen(command + name, () -> Delegation.to(target, method, arguments));
    }

    /** The transaction ended without being told to, if there was one. */
    void ended(String how) {
        if (open) {
            open = false;
            remark(how);
        }
    }

    private void remark(String sql) {
        log.add(new SeenStatement(log.elapsed(), Duration.ZERO, connection, sql, ""));
    }

    private @Nullable Object seen(String sql, Work work) throws Throwable {
        Duration began = log.elapsed();
        String outcome = "";
        user = Thread.currentThread();
        last = sql;
        statements.incrementAndGet();
        busy = user;
        try {
            return work.run();
        } catch (SQLException e) {
            outcome = SeenStatement.FAILED + e.getMessage();
            refused.hear(sql, e);
            throw e;
        } finally {
            busy = null;
            log.add(new SeenStatement(began, log.elapsed().minus(began), connection, sql, outcome));
        }
    }
}
