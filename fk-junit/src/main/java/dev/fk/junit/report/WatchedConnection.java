package dev.fk.junit.report;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A connection whose statements are seen, and whose end. */
final class WatchedConnection implements InvocationHandler {
    private final Connection target;
    private final SeenTransaction transaction;
    private final Consumer<Connection> closed;

    private WatchedConnection(Connection target, SeenTransaction transaction, Consumer<Connection> closed) {
        this.target = target;
        this.transaction = transaction;
        this.closed = closed;
    }

    static Connection of(Connection target, SeenTransaction transaction, Consumer<Connection> closed) {
        return (Connection) Proxy.newProxyInstance(
                WatchedConnection.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                new WatchedConnection(target, transaction, closed));
    }

    /**
     * Closes one that {@link #of} has made, or, if a thread that the test has left behind still waits for an answer on it,
     * hangs up: a driver would let whoever closes it wait as well.
     */
    static void end(Connection watched) throws SQLException {
        if (isBusy(watched)) {
            watched.abort(Runnable::run);
        } else {
            watched.close();
        }
    }

    static boolean isBusy(Connection watched) {
        return transaction(watched).isBusy();
    }

    static Optional<String> awaitedBy(Thread thread, Connection watched) {
        return transaction(watched).awaitedBy(thread);
    }

    static boolean isLeftOpenBy(Thread thread, Connection watched) {
        return transaction(watched).isLeftOpenBy(thread);
    }

    /** @param opened where, if that is known */
    static ConnectionState state(Connection watched, Optional<Opened> opened) {
        return transaction(watched).state(opened);
    }

    private static SeenTransaction transaction(Connection watched) {
        return ((WatchedConnection) Proxy.getInvocationHandler(watched)).transaction;
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        switch (method.getName()) {
            case "equals":
                return arguments != null && proxy == arguments[0];
            case "hashCode":
                return System.identityHashCode(proxy);
            case "close", "abort":
                closed.accept((Connection) proxy);
                transaction.closed();
                return Delegation.to(target, method, arguments);
            case "commit", "rollback", "setAutoCommit":
                return transaction.call(target, method, arguments);
            case "setSchema":
                return transaction.setSchema(target, method, arguments);
            case "setSavepoint":
                return transaction.setSavepoint(target, method, arguments);
            case "releaseSavepoint":
                return transaction.with("RELEASE SAVEPOINT ", target, method, arguments);
            case "createStatement":
                return watched(Statement.class, "", method, arguments, (Connection) proxy);
            case "prepareStatement":
                return watched(PreparedStatement.class, sql(arguments), method, arguments, (Connection) proxy);
            case "prepareCall":
                return watched(CallableStatement.class, sql(arguments), method, arguments, (Connection) proxy);
            default:
                return Delegation.to(target, method, arguments);
        }
    }

    private static String sql(Object @Nullable [] arguments) {
        return arguments != null && arguments[0] instanceof String text ? text : "";
    }

    private @Nullable Object watched(
            Class<? extends Statement> type,
            String sql,
            Method method,
            Object @Nullable [] arguments,
            Connection connection)
            throws Throwable {
        Object statement = Delegation.to(target, method, arguments);
        return statement == null ? null : WatchedStatement.of(type, statement, sql, connection, transaction);
    }
}
