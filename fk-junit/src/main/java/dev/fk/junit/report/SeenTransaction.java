package dev.fk.junit.report;

import dev.fk.core.dialect.Lexis;
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
    static final String DEFAULT_SCHEMA = "SET search_path TO DEFAULT";

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
    private boolean moved;

    SeenTransaction(String connection, StatementLog log, Refused refused) {
        this.connection = connection;
        this.log = log;
        this.refused = refused;
    }

    /** Hears of a statement that failed, before anybody else does; of no text where it may have been any of a batch. */
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

    Lexis lexis() {
        return log.lexis();
    }

    @Nullable
    Object statement(String sql, Work work) throws Throwable {
        return statements(List.of(sql), work);
    }

    /** A batch has several. */
    @Nullable
    Object statements(List<String> parts, Work work) throws Throwable {
        if (manual && !open) {
            open = true;
            remark("BEGIN");
        }
        try {
            return seen(parts, work);
        } finally {
            open = Demarcation.isOpenAfter(String.join(";\n", parts), open, log.lexis());
        }
    }

    /** {@code setSchema()}, which drivers for the MySQL family pass over by default. */
    @Nullable
    Object setSchema(Object target, Method method, Object @Nullable [] arguments) throws Throwable {
        if (!log.lexis().dollarQuotes() || arguments == null) {
            return Delegation.to(target, method, arguments);
        }
        moved = true;
        String schema = Literals.of(arguments[0], log.lexis());
        return seen(List.of("SET search_path TO " + schema), () -> Delegation.to(target, method, arguments));
    }

    /** The connection is closed, and with it ends what was not ended; the session of a script goes on. */
    void closed() {
        ended("ROLLBACK");
        if (moved) {
            moved = false;
            remark(DEFAULT_SCHEMA);
        }
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
        return seen(List.of(method.getName().toUpperCase(Locale.ROOT)), () -> Delegation.to(target, method, arguments));
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
                : seen(List.of(command + name), () -> Delegation.to(target, method, arguments));
    }

    /** The transaction ended without being told to, if there was one. */
    private void ended(String how) {
        if (open) {
            open = false;
            remark(how);
        }
    }

    private void remark(String sql) {
        log.add(new SeenStatement(log.elapsed(), Duration.ZERO, connection, sql, ""));
    }

    private @Nullable Object seen(List<String> parts, Work work) throws Throwable {
        String sql = String.join(";\n", parts);
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
            refused.hear(BatchEntry.refused(parts, e).orElse(""), e);
            throw e;
        } finally {
            busy = null;
            log.add(new SeenStatement(began, log.elapsed().minus(began), connection, parts, outcome));
        }
    }
}
