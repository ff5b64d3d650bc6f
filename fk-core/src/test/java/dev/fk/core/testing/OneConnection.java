package dev.fk.core.testing;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import javax.sql.DataSource;

/** A connection that stays open, whoever closes it: where thousands of statements are run, opening one takes longer. */
public final class OneConnection {
    private OneConnection() {}

    public static DataSource of(Connection connection) {
        ClassLoader loader = OneConnection.class.getClassLoader();
        Connection held = (Connection)
                Proxy.newProxyInstance(loader, new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("close")) {
                        return null;
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
        return (DataSource)
                Proxy.newProxyInstance(loader, new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> held);
    }
}
