package dev.fk.junit.report;

import java.io.InputStream;
import java.io.Reader;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.Connection;
import java.sql.SQLXML;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A statement that is written down each time it is executed. Used by one thread at a time, as JDBC has it. */
final class WatchedStatement implements InvocationHandler {
    private final Object target;
    private final String prepared;
    private final Connection connection;
    private final SeenTransaction transaction;
    private final SortedMap<Integer, String> parameters = new TreeMap<>();
    private final List<String> batch = new ArrayList<>();
    private @Nullable Placeholders placeholders;

    private WatchedStatement(Object target, String prepared, Connection connection, SeenTransaction transaction) {
        this.target = target;
        this.prepared = prepared;
        this.connection = connection;
        this.transaction = transaction;
    }

    static Object of(
            Class<? extends Statement> type,
            Object target,
            String prepared,
            Connection connection,
            SeenTransaction transaction) {
        return Proxy.newProxyInstance(
                WatchedStatement.class.getClassLoader(),
                new Class<?>[] {type},
                new WatchedStatement(target, prepared, connection, transaction));
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        String name = method.getName();
        if (name.startsWith("execute")) {
            return executed(method, arguments);
        }
        switch (name) {
            case "equals":
                return arguments != null && proxy == arguments[0];
            case "hashCode":
                return System.identityHashCode(proxy);
            case "getConnection":
                return connection;
            case "addBatch":
                batch.add(sql(arguments));
                break;
            case "clearBatch":
                batch.clear();
                break;
            case "clearParameters":
                parameters.clear();
                break;
            case "registerOutParameter":
                out(arguments);
                break;
            default:
                remember(name, arguments);
        }
        return Delegation.to(target, method, arguments);
    }

    /** The value of a parameter: {@code setInt(1, 7)}, {@code setNull(2, Types.INTEGER)}. */
    private void remember(String name, Object @Nullable [] arguments) {
        if (name.startsWith("set")
                && arguments != null
                && arguments.length >= 2
                && arguments[0] instanceof Integer index) {
            parameters.put(index, name.equals("setNull") ? "NULL" : literal(name, arguments));
        }
    }

    private String literal(String setter, @Nullable Object[] arguments) {
        Object value = arguments[1];
        if (value instanceof InputStream || value instanceof Reader) {
            boolean lengthIsSaid = arguments.length > 2 && !setter.equals("setObject");
            long length = lengthIsSaid && arguments[2] instanceof Number said ? said.longValue() : -1;
            return StreamText.of(value, length, setter.equals("setAsciiStream"), transaction.lexis());
        }
        return value instanceof Blob || value instanceof Clob || value instanceof SQLXML
                ? LargeObjectText.of(value, transaction.lexis())
                : Literals.of(value, transaction.lexis());
    }

    private void out(Object @Nullable [] arguments) {
        if (arguments != null && arguments[0] instanceof Integer index) {
            parameters.putIfAbsent(index, Placeholders.out(index, transaction.lexis()));
        }
    }

    private String sql(Object @Nullable [] arguments) {
        return arguments != null && arguments.length > 0 && arguments[0] instanceof String text ? text : filled();
    }

    private String filled() {
        Placeholders found = placeholders;
        if (found == null) {
            found = Placeholders.of(prepared, transaction.lexis());
            placeholders = found;
        }
        return found.fill(parameters);
    }

    private @Nullable Object executed(Method method, Object @Nullable [] arguments) throws Throwable {
        boolean batched = method.getName().endsWith("Batch");
        List<String> parts = batched ? List.copyOf(batch) : List.of(sql(arguments));
        try {
            return transaction.statements(parts, () -> Delegation.to(target, method, arguments));
        } finally {
            if (batched) {
                batch.clear();
            }
        }
    }
}
