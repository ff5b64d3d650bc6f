package dev.fk.core.database;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Savepoint;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A data source that hands out one connection again and again; who gets it cannot do what is left to its owner. */
final class SharedConnection {
    private SharedConnection() {}

    /**
     * Without the methods of that name: they do nothing, but for rolling back to a savepoint.
     *
     * @param marks further interfaces of the connection handed out
     */
    static DataSource without(Set<String> methods, Connection connection, Class<?>... marks) {
        Connection shared = proxy(
                Connection.class,
                marks,
                (method, arguments) -> methods.contains(method.getName()) && !isToSavepoint(method)
                        ? null
                        : call(connection, method, arguments));
        return proxy(DataSource.class, new Class<?>[0], (method, arguments) -> {
            if (method.getName().equals("getConnection")) {
                return shared;
            }
            throw new IllegalStateException(
                    "Here the data source only hands out its connection, it has no " + method.getName() + "().");
        });
    }

    private static boolean isToSavepoint(Method method) {
        return List.of(method.getParameterTypes()).contains(Savepoint.class);
    }

    private static @Nullable Object call(Connection connection, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(connection, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static <T> T proxy(Class<T> type, Class<?>[] marks, Call call) {
        Class<?>[] types = new Class<?>[marks.length + 1];
        types[0] = type;
        System.arraycopy(marks, 0, types, 1, marks.length);
        return type.cast(Proxy.newProxyInstance(
                SharedConnection.class.getClassLoader(), types, (p, method, args) -> call.on(method, args)));
    }

    private interface Call {
        @Nullable
        Object on(Method method, Object[] arguments) throws Throwable;
    }
}
