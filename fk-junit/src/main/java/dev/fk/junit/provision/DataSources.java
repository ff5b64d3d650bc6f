package dev.fk.junit.provision;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import javax.sql.DataSource;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.jspecify.annotations.Nullable;

/**
 * Data sources of which {@code getConnection()} is all that works. Proxies, because the interface has a method that
 * returns a logger of java.util.logging, and nothing here shall know that package.
 */
@API(status = Status.INTERNAL)
public final class DataSources {
    private DataSources() {}

    /**
     * New connections from whichever driver on the class path accepts the URL: fk depends on none.
     *
     * @param shown the URL for messages, without a password
     */
    public static DataSource toUrl(String url, Map<String, String> properties, String shown) {
        Properties copy = new Properties();
        copy.putAll(properties);
        return of(
                () -> DriverManager.getConnection(url, (Properties) copy.clone()),
                "data source to " + shown,
                Optional.of(
                        new Login(url, properties.getOrDefault("user", ""), properties.getOrDefault("password", ""))));
    }

    /** @param shown for messages */
    public static DataSource of(Connector connector, String shown) {
        return of(connector, shown, Optional.empty());
    }

    private static DataSource of(Connector connector, String shown, Optional<Login> login) {
        return (DataSource) Proxy.newProxyInstance(
                DataSources.class.getClassLoader(),
                new Class<?>[] {DataSource.class},
                new Handler(connector, shown, login));
    }

    /** Where its connections come from. */
    public interface Connector {
        Connection connect() throws SQLException;
    }

    private record Handler(Connector connector, String shown, Optional<Login> login) implements InvocationHandler {
        @Override
        public Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws SQLException {
            switch (method.getName()) {
                case "getConnection":
                    if (method.getParameterCount() == 0) {
                        return connector.connect();
                    }
                    throw new SQLFeatureNotSupportedException(
                            "The user of a test database is fixed; call getConnection() without arguments.");
                case "equals":
                    return arguments != null && proxy == arguments[0];
                case "hashCode":
                    return System.identityHashCode(proxy);
                case "toString":
                    return shown;
                case "getLoginTimeout":
                    return 0;
                case "isWrapperFor":
                    return arguments != null && ((Class<?>) arguments[0]).isInstance(proxy);
                case "unwrap":
                    if (arguments != null && arguments[0] == Login.class && login.isPresent()) {
                        return login.get();
                    }
                    if (arguments != null && ((Class<?>) arguments[0]).isInstance(proxy)) {
                        return proxy;
                    }
                    throw new SQLException("The " + shown + " wraps nothing.");
                default:
                    throw new SQLFeatureNotSupportedException(
                            "The " + shown + " has no " + method.getName() + "(); it only gives connections.");
            }
        }
    }
}
