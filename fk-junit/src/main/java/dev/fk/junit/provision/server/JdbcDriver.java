package dev.fk.junit.provision.server;

import dev.fk.junit.provision.DataSources;
import dev.fk.junit.provision.Libraries;
import dev.fk.junit.provision.Password;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * A JDBC driver that may be on the class path.
 *
 * @param type the class by which it is recognised
 * @param scheme what its URLs begin with
 * @param artifact where to get it
 * @param properties what makes sense on a server of ours: no encryption, which costs round trips and protects nothing
 *     on this machine
 */
@API(status = Status.INTERNAL)
public record JdbcDriver(String type, String scheme, String artifact, Map<String, String> properties) {
    static final JdbcDriver POSTGRESQL = new JdbcDriver(
            "org.postgresql.Driver",
            "jdbc:postgresql:",
            "org.postgresql:postgresql",
            // two questions before each connection: whether the server encrypts this way, or that way
            Map.of("sslmode", "disable", "gssEncMode", "disable"));

    static final JdbcDriver MYSQL = new JdbcDriver(
            "com.mysql.cj.jdbc.Driver",
            "jdbc:mysql:",
            "com.mysql:mysql-connector-j",
            Map.of("sslMode", "DISABLED", "allowPublicKeyRetrieval", "true"));

    static final JdbcDriver MARIADB = new JdbcDriver(
            "org.mariadb.jdbc.Driver",
            "jdbc:mariadb:",
            "org.mariadb.jdbc:mariadb-java-client",
            Map.of("sslMode", "disable", "allowPublicKeyRetrieval", "true", "useResetConnection", "true"));

    public JdbcDriver {
        properties = Map.copyOf(properties);
    }

    boolean present() {
        return Libraries.present(type);
    }

    /** Without user and password. */
    public String url(String host, int port, String database) {
        return scheme + "//" + host + ":" + port + "/" + database;
    }

    /** Connections to a server of ours. */
    public DataSource dataSource(String url, String user, Password password) {
        return DataSources.toUrl(url, with(user, password), url);
    }

    /** The same, where several statements may come in one message. */
    public DataSource adminDataSource(String url, String user, Password password) {
        Map<String, String> all = with(user, password);
        all.put("allowMultiQueries", "true"); // a PostgreSQL driver knows no such property and ignores it
        return DataSources.toUrl(url, all, url);
    }

    private Map<String, String> with(String user, Password password) {
        Map<String, String> all = new HashMap<>(properties);
        all.put("user", user);
        all.put("password", password.value());
        return all;
    }
}
