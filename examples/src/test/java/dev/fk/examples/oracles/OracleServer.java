package dev.fk.examples.oracles;

import com.mysql.cj.jdbc.MysqlDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.mariadb.jdbc.MariaDbDataSource;
import org.opentest4j.TestAbortedException;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.ContainerFetchException;
import org.testcontainers.containers.ContainerLaunchException;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.utility.DockerImageName;

/**
 * A server of one engine and empty databases on it: PostgreSQL embedded, the others at the first URL of {@code
 * -Dfk.test.mysql.url} and {@code -Dfk.test.mariadb.url}, otherwise in a container. Without either, tests abort with the
 * reason, or fail if {@code -Dfk.require.servers=true} wants servers.
 */
record OracleServer(Connect connect, Runnable end, List<String> created) {
    private static final int PORT = 3306;
    private static final String PASSWORD = "fk";
    private static final Runnable STAYS = () -> {};

    /** A data source for a database of this name; the server's own one, if that is empty. */
    private interface Connect {
        DataSource to(String database) throws SQLException;
    }

    static OracleServer start(Engine engine) {
        if (engine.isPostgres()) {
            return postgres();
        }
        String name = engine == Engine.MYSQL ? "mysql" : "mariadb";
        String external = System.getProperty("fk.test." + name + ".url", "")
                .split(",", -1)[0]
                .strip();
        return external.isEmpty()
                ? inContainer(engine, name)
                : new OracleServer(database -> at(external, database), STAYS, new ArrayList<>());
    }

    private static OracleServer postgres() {
        try {
            EmbeddedPostgres server =
                    EmbeddedPostgres.builder().setServerConfig("fsync", "off").start();
            Connect connect =
                    name -> name.isEmpty() ? server.getPostgresDatabase() : server.getDatabase("postgres", name);
            return new OracleServer(connect, () -> close(server), new ArrayList<>());
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

    /** Asked once: Testcontainers takes minutes to say that it has no way to the image of its Ryuk, and throws that. */
    private static final class Docker {
        private static final String OBSTACLE = obstacle();

        private static String obstacle() {
            try {
                return DockerClientFactory.instance().isDockerAvailable() ? "" : "Docker does not answer.";
            } catch (ContainerFetchException e) {
                return "Docker is of no use: " + e.getMessage() + ".";
            }
        }
    }

    private static OracleServer inContainer(Engine engine, String name) {
        if (!Docker.OBSTACLE.isEmpty()) {
            throw missing(engine, Docker.OBSTACLE);
        }
        GenericContainer<?> container = container(engine.image(), name);
        try {
            container.start();
            String url = "jdbc:" + name + "://" + container.getHost() + ":" + container.getMappedPort(PORT)
                    + "/?user=root&password=" + PASSWORD;
            return new OracleServer(database -> at(url, database), container::stop, new ArrayList<>());
        } catch (ContainerLaunchException | ContainerFetchException e) {
            container.stop();
            throw missing(engine, "Docker does not start it: " + e.getMessage());
        }
    }

    @SuppressWarnings("resource") // the caller stops it
    private static GenericContainer<?> container(String image, String name) {
        return new GenericContainer<>(DockerImageName.parse(image))
                .withExposedPorts(PORT)
                .withEnv(name.equals("mysql") ? "MYSQL_ROOT_PASSWORD" : "MARIADB_ROOT_PASSWORD", PASSWORD)
                .withTmpFs(Map.of("/var/lib/mysql", "rw"))
                .waitingFor(Wait.forLogMessage(".*port: " + PORT + "\\D.*", 1));
    }

    private static RuntimeException missing(Engine engine, String why) {
        String reason = "No server to ask: " + engine.image() + " runs in a container, and " + why;
        if (Boolean.getBoolean("fk.require.servers")) {
            return new IllegalStateException(reason + " -Dfk.require.servers=true asks for one.");
        }
        System.out.println("aborted: " + reason);
        return new TestAbortedException(reason);
    }

    private static DataSource at(String serverUrl, String database) throws SQLException {
        String url = serverUrl.replaceFirst("/[?]", "/" + database + "?") + "&allowPublicKeyRetrieval=true&sslMode=";
        if (url.startsWith("jdbc:mariadb:")) {
            return new MariaDbDataSource(url + "disable");
        }
        MysqlDataSource mySql = new MysqlDataSource();
        mySql.setUrl(url + "DISABLED");
        return mySql;
    }

    DataSource emptyDatabase() throws SQLException {
        String name = "oracle_" + UUID.randomUUID().toString().substring(0, 8);
        execute("CREATE DATABASE " + name);
        created.add(name);
        return connect.to(name);
    }

    /** Ends it, or leaves it as it was. */
    void stop() throws SQLException {
        if (end == STAYS) {
            for (String name : created) {
                execute("DROP DATABASE " + name);
            }
        }
        end.run();
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = connect.to("").getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
