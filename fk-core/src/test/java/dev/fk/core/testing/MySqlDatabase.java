package dev.fk.core.testing;

import com.mysql.cj.jdbc.MysqlDataSource;
import dev.fk.core.database.Database;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.mariadb.jdbc.MariaDbDataSource;

/** A database of its own on one server, gone when it is closed. */
public final class MySqlDatabase implements AutoCloseable {
    private final String name;
    private final String url;
    private final String options;
    private final Connection connection;

    private MySqlDatabase(String name, String options, String url, Connection connection) {
        this.name = name;
        this.options = options;
        this.url = url;
        this.connection = connection;
    }

    public static MySqlDatabase on(MySqlServers.Server server) throws SQLException {
        return on(server.url(), "");
    }

    /** With what follows CREATE DATABASE, such as a character set. */
    public static MySqlDatabase on(String serverUrl, String options) throws SQLException {
        String name = "fk_" + UUID.randomUUID().toString().substring(0, 8);
        String url = withSafeDefaults(serverUrl);
        try (Connection root = DriverManager.getConnection(url);
                Statement statement = root.createStatement()) {
            statement.execute("CREATE DATABASE " + name + " " + options);
        }
        String own = url.replaceFirst("/[?]", "/" + name + "?");
        return new MySqlDatabase(name, options, own, DriverManager.getConnection(own));
    }

    private static String withSafeDefaults(String url) {
        String tls = url.startsWith("jdbc:mariadb:") ? "&sslMode=disable" : "&sslMode=DISABLED";
        return url + tls + "&allowPublicKeyRetrieval=true";
    }

    public String name() {
        return name;
    }

    public String url() {
        return url;
    }

    /** Through a data source that opens a connection for each call. */
    public Database database() throws SQLException {
        if (url.startsWith("jdbc:mariadb:")) {
            return Database.of(new MariaDbDataSource(url));
        }
        MysqlDataSource mysql = new MysqlDataSource();
        mysql.setUrl(url);
        return Database.of(mysql);
    }

    public Connection connection() {
        return connection;
    }

    public void execute(String... statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** Empty again, on the same connection. */
    public void clear() throws SQLException {
        execute("DROP DATABASE " + name, "CREATE DATABASE " + name + " " + options, "USE " + name);
    }

    @Override
    public void close() throws SQLException {
        execute("DROP DATABASE " + name);
        connection.close();
    }
}
