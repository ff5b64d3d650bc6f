package dev.fk.junit.report;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Hands out watched connections; does all else as the data source behind it. */
record WatchedDataSource(DataSource target, Connector connector) implements InvocationHandler {
    interface Connector {
        Connection connect() throws SQLException;
    }

    static DataSource of(DataSource target, Connector connector) {
        return (DataSource) Proxy.newProxyInstance(
                WatchedDataSource.class.getClassLoader(),
                new Class<?>[] {DataSource.class},
                new WatchedDataSource(target, connector));
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        return switch (method.getName()) {
            case "getConnection" ->
                method.getParameterCount() == 0 ? connector.connect() : Delegation.to(target, method, arguments);
            case "equals" -> arguments != null && proxy == arguments[0];
            case "hashCode" -> System.identityHashCode(proxy);
            default -> Delegation.to(target, method, arguments);
        };
    }
}
