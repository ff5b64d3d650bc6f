package dev.fk.junit.provision;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** A connection out of a pool: closing it gives it back, and it is of no use afterwards. */
final class Lent implements InvocationHandler {
    /**
     * Calls after which a connection is not reused: they change what the driver remembers on the client's side, or
     * hand out the driver's own object, so that resetting the server's session is not enough.
     */
    private static final Set<String> TAINTING = Set.of(
            "abort",
            "setCatalog",
            "setClientInfo",
            "setHoldability",
            "setNetworkTimeout",
            "setReadOnly",
            "setSchema",
            "setTransactionIsolation",
            "setTypeMap",
            "unwrap");

    private final Connection connection;
    private final ConnectionPool pool;
    private final AtomicBoolean closed = new AtomicBoolean();
    private final AtomicBoolean tainted = new AtomicBoolean();

    private Lent(Connection connection, ConnectionPool pool) {
        this.connection = connection;
        this.pool = pool;
    }

    static Connection of(Connection connection, ConnectionPool pool) {
        return (Connection) Proxy.newProxyInstance(
                Lent.class.getClassLoader(), new Class<?>[] {Connection.class}, new Lent(connection, pool));
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        switch (method.getName()) {
            case "close":
                if (!closed.getAndSet(true)) {
                    pool.giveBack(connection, !tainted.get());
                }
                return null;
            case "isClosed":
                return closed.get() || connection.isClosed();
            case "isValid":
                return !closed.get() && connection.isValid(timeout(arguments));
            case "equals":
                return arguments != null && proxy == arguments[0];
            case "hashCode":
                return System.identityHashCode(proxy);
            case "toString":
                return "connection of the " + pool;
            default:
                return delegate(method, arguments);
        }
    }

    private static int timeout(Object @Nullable [] arguments) {
        return arguments != null && arguments[0] instanceof Integer seconds ? seconds : 0;
    }

    private static boolean isTrue(Object @Nullable [] arguments) {
        return arguments != null && Boolean.TRUE.equals(arguments[0]);
    }

    private @Nullable Object delegate(Method method, Object @Nullable [] arguments) throws Throwable {
        if (closed.get()) {
            throw new SQLException("This connection is closed.");
        }
        if (!method.getName().equals("abort")) {
            pool.requireOpen();
        }
        // Spring and pools around do so behind each transaction that only reads; in the MySQL family it opens the
        // session
        if (pool.onlyReads() && method.getName().equals("setReadOnly") && !isTrue(arguments)) {
            return null;
        }
        if (TAINTING.contains(method.getName())) {
            tainted.set(true);
        }
        try {
            return method.invoke(connection, arguments);
        } catch (InvocationTargetException e) {
            Throwable cause = e.getCause();
            throw cause == null ? e : cause;
        }
    }
}
