package dev.fk.core.cli;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** New connections to a URL, from whichever driver on the class path accepts it. */
record Connections(String url, Properties credentials) implements InvocationHandler {
    /** A proxy, because the interface has a method that returns a logger of java.util.logging. */
    static DataSource to(String url, Optional<String> user, Optional<String> password) {
        Properties credentials = new Properties();
        user.ifPresent(u -> credentials.setProperty("user", u));
        password.ifPresent(p -> credentials.setProperty("password", p));
        String rest = url;
        for (String name : credentials.stringPropertyNames()) {
            rest = new UrlCredentials(rest).without(name);
        }
        return (DataSource) Proxy.newProxyInstance(
                Connections.class.getClassLoader(),
                new Class<?>[] {DataSource.class},
                new Connections(rest, credentials));
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws SQLException {
        if (method.getName().equals("getConnection") && method.getParameterCount() == 0) {
            return connect();
        }
        throw new SQLFeatureNotSupportedException("Only getConnection() is there, not " + method.getName() + "().");
    }

    private Connection connect() throws SQLException {
        if (DriverManager.drivers().noneMatch(this::accepts)) {
            throw new SQLException("No driver on the class path accepts it: add that of the database, such as"
                    + " org.postgresql:postgresql, com.mysql:mysql-connector-j or org.mariadb.jdbc:mariadb-java-client"
                    + there());
        }
        try {
            return DriverManager.getConnection(url, (Properties) credentials.clone());
        } catch (IllegalArgumentException maybeOfThePassword) {
            // which part it stumbles over, it says
            throw new SQLException("The driver cannot read it. In a URL %25 is the sign %, %26 is & and %3F is ?");
        }
    }

    /** Their own URLs are refused by some drivers if something in them is written wrongly. */
    private static String there() {
        String drivers = DriverManager.drivers()
                .map(d -> d.getClass().getName())
                .sorted()
                .collect(Collectors.joining(", "));
        return drivers.isEmpty()
                ? ""
                : ". If it is one of " + drivers
                        + ", something in the URL is written wrongly: %25 is the sign %, %26 is &";
    }

    private boolean accepts(Driver driver) {
        try {
            return driver.acceptsURL(url);
        } catch (SQLException e) {
            return false;
        }
    }

    /** Never with the password. */
    @Override
    public String toString() {
        return "connections to a database";
    }
}
