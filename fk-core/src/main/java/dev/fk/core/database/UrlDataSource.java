package dev.fk.core.database;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** New connections to a URL. A proxy, because the interface has a method that returns a logger of java.util.logging. */
record UrlDataSource(String url) implements InvocationHandler {
    static DataSource to(String url) {
        return (DataSource) Proxy.newProxyInstance(
                UrlDataSource.class.getClassLoader(), new Class<?>[] {DataSource.class}, new UrlDataSource(url));
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws SQLException {
        if (method.getName().equals("getConnection") && method.getParameterCount() == 0) {
            return DriverManager.getConnection(url);
        }
        if (method.getName().equals("toString")) {
            return PublicUrl.of(url);
        }
        throw new SQLFeatureNotSupportedException("Only getConnection() is there, not " + method.getName() + "().");
    }
}
