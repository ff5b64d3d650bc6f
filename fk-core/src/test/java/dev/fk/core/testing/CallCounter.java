package dev.fk.core.testing;

import dev.fk.core.database.Database;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import javax.sql.DataSource;

/** Counts how often something is sent to the server: executions of statements, and whatever driver metadata is asked for. */
public final class CallCounter {
    private final AtomicInteger executions = new AtomicInteger();
    private final Connection connection;

    public CallCounter(Connection real) {
        this.connection = counting(Connection.class, real);
    }

    public Connection connection() {
        return connection;
    }

    public int executions() {
        return executions.get();
    }

    /** What the body asks beyond what a database asks when it is made. */
    public static int trips(DataSource real, Consumer<Database> body) {
        List<CallCounter> counters = new ArrayList<>();
        DataSource counted = (DataSource) Proxy.newProxyInstance(
                CallCounter.class.getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> {
                    counters.add(new CallCounter(real.getConnection()));
                    return counters.get(counters.size() - 1).connection();
                });
        Database database = Database.of(counted);
        counters.clear();
        body.accept(database);
        return counters.stream().mapToInt(CallCounter::executions).sum();
    }

    private <T> T counting(Class<T> type, T real) {
        InvocationHandler handler = (proxy, method, arguments) -> {
            boolean metadata = real instanceof DatabaseMetaData
                    && method.getReturnType().getPackageName().equals("java.sql");
            if (method.getName().startsWith("execute") || metadata) {
                executions.incrementAndGet();
            }
            try {
                Object result = method.invoke(real, arguments);
                if (result instanceof PreparedStatement statement) {
                    return counting(PreparedStatement.class, statement);
                }
                if (result instanceof Statement statement) {
                    return counting(Statement.class, statement);
                }
                return result instanceof DatabaseMetaData data ? counting(DatabaseMetaData.class, data) : result;
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        };
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
