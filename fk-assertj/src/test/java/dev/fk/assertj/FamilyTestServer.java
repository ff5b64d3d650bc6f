package dev.fk.assertj;

import dev.fk.core.database.Database;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.opentest4j.TestAbortedException;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.ContainerFetchException;
import org.testcontainers.containers.ContainerLaunchException;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.utility.DockerImageName;

/**
 * A server of the MySQL family: that of {@code -Dfk.test.<engine>.url} (the first, with user and
 * password and without a database),
 * otherwise a container. Schemas are databases here, and the examples name two, {@code public} and {@code audit}: what
 * a test changes is built anew when it is done.
 */
final class FamilyTestServer implements TestServer {
    private static final int PORT = 3306;
    private static final String PASSWORD = "fk";
    private static final List<String> DATABASES = List.of("public", "audit", "empty");

    private final String engine;
    private final DriverDataSource server;
    private final Database fixture;

    /** @param options what the server is started with; no running one is used then */
    FamilyTestServer(String engine, String image, String... options) {
        this.engine = engine;
        String url = options.length > 0
                ? ""
                : System.getProperty("fk.test." + engine + ".url", "").replaceAll(",.*", "");
        server = new DriverDataSource(url.isBlank() ? started(engine, image, options) : url.strip());
        if (!url.isBlank()) {
            // a container ends in a hook of Testcontainers, which would be at the same time
            Runtime.getRuntime().addShutdownHook(new Thread(this::clear));
        }
        TestServer.execute(
                server,
                DATABASES.stream().map(d -> "CREATE DATABASE `" + d + "`").toArray(String[]::new));
        build();
        fixture = Database.of(server.database("public"));
    }

    @Override
    public Database fixture() {
        return fixture;
    }

    @Override
    public Database empty() {
        return Database.of(server.database("empty"));
    }

    @Override
    public void changing(Body test) throws Exception {
        try {
            test.with(fixture);
        } finally {
            TestServer.execute(
                    server,
                    "SET foreign_key_checks = 0",
                    "DROP DATABASE `public`",
                    "DROP DATABASE audit",
                    "CREATE DATABASE `public`",
                    "CREATE DATABASE audit");
            build();
        }
    }

    @Override
    public String url(Database database) {
        return server.database(database.server().database()).urlWithCredentials();
    }

    @Override
    public void fresh(Placed test) throws Exception {
        TestServer.execute(server, "DROP DATABASE IF EXISTS fresh", "CREATE DATABASE fresh");
        try {
            DriverDataSource own = server.database("fresh");
            test.with(Database.of(own), own.urlWithCredentials());
        } finally {
            TestServer.execute(server, "DROP DATABASE fresh");
        }
    }

    private void build() {
        DataSource inside = server.database("public");
        TestServer.execute(inside, statements("fixture-mysql.sql"));
        TestServer.execute(inside, statements("fixture-of-" + engine + ".sql"));
    }

    private static String[] statements(String script) {
        String[] statements = TestServer.script(script).split(";\\s*");
        return Stream.of(statements).filter(s -> !s.isBlank()).toArray(String[]::new);
    }

    private void clear() {
        for (String database : DATABASES) {
            TestServer.execute(server, "SET foreign_key_checks = 0", "DROP DATABASE IF EXISTS `" + database + "`");
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

    private static String started(String engine, String image, String... options) {
        if (!Docker.OBSTACLE.isEmpty()) {
            throw missing(engine, Docker.OBSTACLE);
        }
        try {
            GenericContainer<?> container = container(image, options);
            container.start();
            return "jdbc:" + engine + "://" + container.getHost() + ":" + container.getMappedPort(PORT)
                    + "/?user=root&password=" + PASSWORD;
        } catch (ContainerLaunchException | ContainerFetchException e) {
            throw missing(engine, "Docker starts none: " + e.getMessage());
        }
    }

    private static RuntimeException missing(String engine, String why) {
        String reason = "No server of engine " + engine + ": -Dfk.test." + engine + ".url is not set, and " + why;
        if (Boolean.getBoolean("fk.require.servers")) {
            return new IllegalStateException(reason + " -Dfk.require.servers=true asks for one.");
        }
        System.out.println("aborted: " + reason);
        return new TestAbortedException(reason);
    }

    @SuppressWarnings("resource") // lives as long as the virtual machine; Testcontainers stops it then
    private static GenericContainer<?> container(String image, String... options) {
        boolean mysql = image.startsWith("mysql");
        List<String> command = new ArrayList<>(List.of(
                mysql ? "mysqld" : "mariadbd",
                "--skip-log-bin",
                "--innodb-flush-log-at-trx-commit=0",
                "--innodb-doublewrite=0"));
        command.addAll(List.of(options));
        return new GenericContainer<>(DockerImageName.parse(image))
                .withExposedPorts(PORT)
                .withEnv(mysql ? "MYSQL_ROOT_PASSWORD" : "MARIADB_ROOT_PASSWORD", PASSWORD)
                .withTmpFs(Map.of("/var/lib/mysql", "rw"))
                .withCommand(command.toArray(String[]::new))
                .waitingFor(Wait.forLogMessage(".*port: " + PORT + "\\D.*", 1));
    }
}
