package dev.fk.assertj;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Properties;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Connections by URL; what does not belong into a failure's last line is in the properties. */
record DriverDataSource(String url, Properties properties) implements DataSource {
    /** With user and password behind a question mark. */
    DriverDataSource(String urlWithCredentials) {
        this(urlWithCredentials.replaceAll("[?].*", ""), properties(urlWithCredentials));
    }

    private static Properties properties(String url) {
        Properties properties = new Properties();
        for (String pair : url.replaceAll(".*[?]", "").split("&", -1)) {
            properties.setProperty(pair.replaceAll("=.*", ""), pair.replaceAll(".*=", ""));
        }
        properties.setProperty("allowPublicKeyRetrieval", "true");
        properties.setProperty("sslMode", url.startsWith("jdbc:mariadb:") ? "disable" : "DISABLED");
        return properties;
    }

    String urlWithCredentials() {
        return url + "?"
                + properties.stringPropertyNames().stream()
                        .map(name -> name + "=" + properties.getProperty(name))
                        .collect(Collectors.joining("&"));
    }

    DriverDataSource database(String name) {
        return new DriverDataSource(url + name, properties);
    }

    @Override
    public Connection getConnection() throws SQLException {
        return DriverManager.getConnection(url, properties);
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return DriverManager.getConnection(url, user, password);
    }

    @Override
    public @Nullable PrintWriter getLogWriter() {
        return null;
    }

    @Override
    public void setLogWriter(PrintWriter out) {}

    @Override
    public void setLoginTimeout(int seconds) {}

    @Override
    public int getLoginTimeout() {
        return 0;
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        throw new SQLException("wraps nothing");
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return false;
    }
}
