package dev.fk.core.database;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Driver;
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
            return connect();
        }
        if (method.getName().equals("toString")) {
            return PublicUrl.of(url);
        }
        throw new SQLFeatureNotSupportedException("Only getConnection() is there, not " + method.getName() + "().");
    }

    /** What no driver takes, {@link DriverManager} would quote with its password. */
    private Connection connect() throws SQLException {
        if (DriverManager.drivers().noneMatch(this::accepts)) {
            throw new SQLException("no driver on the class path accepts " + PublicUrl.location(url)
                    + (url.startsWith("jdbc:")
                            ? "; add that of the database, or if it is there, look for what is written wrongly: % is %25 in a URL"
                            : "; a JDBC URL begins with jdbc:, as in jdbc:postgresql://host/name?user=…&password=…"));
        }
        return DriverManager.getConnection(url);
    }

    /** Their own URLs are refused by some drivers if something in them is written wrongly; that they say when they connect. */
    private boolean accepts(Driver driver) {
        try {
            return driver.acceptsURL(url);
        } catch (SQLException wronglyWritten) {
            return true;
        }
    }
}
