package dev.fk.junit.provision;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Connections that are all the same one, in one transaction that is never committed. Transactions of whoever uses them are
 * savepoints in it. That it was not committed all the same, by SQL or, on the MySQL family, by DDL, is known at the end:
 * a commit ends the savepoint that is made at the beginning.
 */
final class OneTransaction {
    private static final String BEGINNING = "fk_beginning";
    private static final String OF_SOMEBODY = "fk_transaction_";

    private final ConnectionPool connections;
    private @Nullable Connection real;
    private boolean over;
    private int handedOut;

    OneTransaction(ConnectionPool connections) {
        this.connections = connections;
    }

    DataSource dataSource() {
        return DataSources.of(this::connection, "one transaction in the " + connections);
    }

    private synchronized Connection connection() throws SQLException {
        if (over) {
            throw new SQLException("The " + connections + " is closed: the test that used this database is over.");
        }
        Connection connection = real;
        if (connection == null) {
            connection = connections.connection();
            connection.setAutoCommit(false);
            execute(connection, "SAVEPOINT " + BEGINNING);
            real = connection;
        }
        return (Connection) Proxy.newProxyInstance(
                OneTransaction.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                new Part(connection, ++handedOut));
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /**
     * Rolls back, and says whether the transaction was still the one that it was: not if somebody has committed, or rolled it
     * back in SQL, and not if a server of the MySQL family has, because of a deadlock.
     */
    synchronized boolean end() {
        over = true;
        Connection connection = real;
        if (connection == null) {
            return true;
        }
        try (connection) {
            execute(connection, "ROLLBACK TO SAVEPOINT " + BEGINNING);
            connection.rollback();
            return true;
        } catch (SQLException committedOrBroken) {
            return false;
        }
    }

    /** Whether nothing works any more but the rollback: on PostgreSQL after a statement that failed. */
    synchronized boolean isAborted() {
        Connection connection = real;
        if (connection == null || over) {
            return false;
        }
        try {
            execute(connection, "SELECT 1");
            return false;
        } catch (SQLException abortedOrBroken) {
            return true;
        }
    }

    /** For whoever wants to see what was done. */
    synchronized void commit() {
        over = true;
        Connection connection = real;
        if (connection == null) {
            return;
        }
        try (connection) {
            connection.commit();
        } catch (SQLException e) {
            System.getLogger(OneTransaction.class.getName())
                    .log(System.Logger.Level.DEBUG, "What the test did cannot be committed for inspection", e);
        }
    }

    /** What somebody takes for a connection of their own. */
    private static final class Part implements InvocationHandler {
        private final Connection connection;
        /** Of its own: nobody rolls back to where another one began, which MySQL would forget in favour of the same name. */
        private final String savepoint;

        private final AtomicBoolean closed = new AtomicBoolean();
        private final AtomicBoolean autoCommit = new AtomicBoolean(true);
        private final AtomicReference<@Nullable Integer> timeoutOfOthers = new AtomicReference<>();

        Part(Connection connection, int number) {
            this.connection = connection;
            this.savepoint = OF_SOMEBODY + number;
        }

        @Override
        public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
            switch (method.getName()) {
                case "close":
                    if (!closed.getAndSet(true)) {
                        end();
                    }
                    return null;
                case "setNetworkTimeout":
                    timeoutOfOthers.compareAndSet(null, connection.getNetworkTimeout());
                    return delegate(method, arguments);
                case "isClosed":
                    return closed.get() || connection.isClosed();
                case "equals":
                    return arguments != null && proxy == arguments[0];
                case "hashCode":
                    return System.identityHashCode(proxy);
                case "getAutoCommit":
                    return autoCommit.get();
                case "setAutoCommit":
                    boolean wanted = arguments != null && Boolean.TRUE.equals(arguments[0]);
                    if (autoCommit.getAndSet(wanted) && !wanted) {
                        execute(connection, "SAVEPOINT " + savepoint);
                    }
                    return null;
                case "commit":
                    execute(connection, "SAVEPOINT " + savepoint);
                    return null;
                case "rollback":
                    if (method.getParameterCount() == 0) {
                        execute(connection, "ROLLBACK TO SAVEPOINT " + savepoint);
                        return null;
                    }
                    return delegate(method, arguments);
                default:
                    return delegate(method, arguments);
            }
        }

        private void end() throws SQLException {
            Integer timeout = timeoutOfOthers.get();
            if (timeout != null) {
                connection.setNetworkTimeout(Runnable::run, timeout);
            }
            if (!autoCommit.get()) {
                execute(connection, "ROLLBACK TO SAVEPOINT " + savepoint);
            }
        }

        private @Nullable Object delegate(Method method, Object @Nullable [] arguments) throws Throwable {
            if (closed.get()) {
                throw new SQLException("This connection is closed.");
            }
            try {
                return method.invoke(connection, arguments);
            } catch (InvocationTargetException e) {
                Throwable cause = e.getCause();
                throw cause == null ? e : cause;
            }
        }
    }
}
