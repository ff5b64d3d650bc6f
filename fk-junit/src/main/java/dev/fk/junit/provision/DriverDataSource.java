package dev.fk.junit.provision;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Properties;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Connections from whichever driver on the class path accepts the URL: fk depends on none. */
@API(status = Status.INTERNAL)
public final class DriverDataSource extends PlainDataSource {
    private final String url;
    private final Map<String, String> properties;
    private final String shown;

    /** @param shown the URL for messages, without a password */
    public DriverDataSource(String url, Map<String, String> properties, String shown) {
        this.url = url;
        this.properties = Map.copyOf(properties);
        this.shown = shown;
    }

    @Override
    public Connection getConnection() throws SQLException {
        Properties copy = new Properties();
        copy.putAll(properties);
        return DriverManager.getConnection(url, copy);
    }

    @Override
    public String toString() {
        return "data source to " + shown;
    }
}
