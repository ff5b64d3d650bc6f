package dev.fk.core.database;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** One transaction around several calls: whoever asks for a connection inside gets the same one and cannot end it. */
final class Transaction implements StatementListener {
    private static final Set<String> LEFT_TO_THE_TRANSACTION = Set.of("close", "commit", "rollback", "setAutoCommit");

    /** Marks the connection of a transaction that somebody else ends. */
    interface Shared {}

    private final boolean transactionalDdl;
    private final List<ExecutedStatement> executed = new ArrayList<>();

    Transaction(boolean transactionalDdl) {
        this.transactionalDdl = transactionalDdl;
    }

    @Override
    public void executed(ExecutedStatement statement) {
        executed.add(statement);
    }

    void run(Connection connection, Consumer<DataSource> body) throws SQLException {
        boolean autoCommit = connection.getAutoCommit();
        connection.setAutoCommit(false);
        boolean done = false;
        try {
            body.accept(sharing(connection));
            connection.commit();
            done = true;
        } catch (IllegalStateException | IllegalArgumentException failed) {
            if (!transactionalDdl && !executed.isEmpty()) {
                throw new PartialTransactionException(executed, failed);
            }
            throw failed;
        } finally {
            if (!done) {
                connection.rollback();
            }
            connection.setAutoCommit(autoCommit);
        }
    }

    private static DataSource sharing(Connection connection) {
        Connection shared = proxy(
                Connection.class,
                (method, arguments) -> LEFT_TO_THE_TRANSACTION.contains(method.getName())
                        ? null
                        : call(connection, method, arguments));
        return proxy(DataSource.class, (method, arguments) -> {
            if (method.getName().equals("getConnection")) {
                return shared;
            }
            throw new IllegalStateException(
                    "Inside a transaction the data source only hands out its connection, it has no " + method.getName()
                            + "().");
        });
    }

    private static @Nullable Object call(Connection connection, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(connection, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static <T> T proxy(Class<T> type, Call call) {
        return type.cast(Proxy.newProxyInstance(
                Transaction.class.getClassLoader(),
                new Class<?>[] {type, Shared.class},
                (p, method, args) -> call.on(method, args)));
    }

    private interface Call {
        @Nullable
        Object on(Method method, Object[] arguments) throws Throwable;
    }
}
