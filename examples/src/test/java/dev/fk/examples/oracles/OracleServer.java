package dev.fk.examples.oracles;

import com.mysql.cj.jdbc.MysqlDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.mariadb.jdbc.MariaDbDataSource;
import org.opentest4j.TestAbortedException;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.utility.DockerImageName;

/** A server for one engine, empty databases on it, and its end. */
record OracleServer(Connect connect, Runnable stop, AtomicInteger databases) {
    private static final int PORT = 3306;
    private static final String PASSWORD = "fk";

    /** A data source for a database of this name, which is empty for the server's own one. */
    private interface Connect {
        DataSource to(String database) throws SQLException;
    }

    static OracleServer start(Engine engine) {
        return switch (engine) {
            case POSTGRESQL -> postgres();
            case MYSQL -> mySqlFamily(engine.image(), "MYSQL_ROOT_PASSWORD");
            case MARIADB -> mySqlFamily(engine.image(), "MARIADB_ROOT_PASSWORD");
        };
    }

    private static OracleServer postgres() {
        try {
            EmbeddedPostgres server =
                    EmbeddedPostgres.builder().setServerConfig("fsync", "off").start();
            return new OracleServer(
                    name -> name.isEmpty() ? server.getPostgresDatabase() : server.getDatabase("postgres", name),
                    () -> close(server),
                    new AtomicInteger());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot start the embedded PostgreSQL", e);
        }
    }

    private static void close(EmbeddedPostgres server) {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot stop the embedded PostgreSQL", e);
        }
    }

    @SuppressWarnings("resource") // stopped by stop()
    private static OracleServer mySqlFamily(String image, String passwordVariable) {
        requireDocker(image);
        GenericContainer<?> container = new GenericContainer<>(DockerImageName.parse(image))
                .withExposedPorts(PORT)
                .withEnv(passwordVariable, PASSWORD)
                .withTmpFs(Map.of("/var/lib/mysql", "rw"))
                .waitingFor(Wait.forLogMessage(".*port: " + PORT + "\\D.*", 1));
        container.start();
        String host = container.getHost() + ":" + container.getMappedPort(PORT) + "/";
        Connect connect = image.startsWith("mysql") ? name -> mySql(host + name) : name -> mariaDb(host + name);
        return new OracleServer(connect, container::stop, new AtomicInteger());
    }

    private static void requireDocker(String image) {
        if (!DockerClientFactory.instance().isDockerAvailable()) {
            String reason = "No server to ask: " + image + " runs in a container, and Docker does not answer.";
            if (Boolean.getBoolean("fk.require.servers")) {
                throw new IllegalStateException(reason + " -Dfk.require.servers=true asks for one.");
            }
            throw new TestAbortedException(reason);
        }
    }

    private static DataSource mySql(String database) {
        MysqlDataSource dataSource = new MysqlDataSource();
        dataSource.setUrl("jdbc:mysql://" + database + "?user=root&password=" + PASSWORD
                + "&sslMode=DISABLED&allowPublicKeyRetrieval=true");
        return dataSource;
    }

    private static DataSource mariaDb(String database) throws SQLException {
        return new MariaDbDataSource(
                "jdbc:mariadb://" + database + "?user=root&password=" + PASSWORD + "&sslMode=disable");
    }

    DataSource emptyDatabase() throws SQLException {
        String name = "oracle_" + databases.incrementAndGet();
        try (Connection connection = connect.to("").getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        }
        return connect.to(name);
    }
}
