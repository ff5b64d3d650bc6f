package dev.fk.core.testing;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

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
