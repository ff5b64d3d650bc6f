package dev.fk.core.testing;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import java.util.stream.Stream;
import org.opentest4j.TestAbortedException;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.ContainerFetchException;
import org.testcontainers.containers.ContainerLaunchException;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.lifecycle.Startables;
import org.testcontainers.utility.DockerImageName;

/**
 * The servers of the MySQL family that tests run on: those of {@code -Dfk.test.mysql.url} and {@code
 * -Dfk.test.mariadb.url} (several URLs are separated by commas, each with user and password and without a database),
 * otherwise one container for each image. Without either, tests abort with the reason, or fail if {@code
 * -Dfk.require.servers=true} wants servers.
 */
public final class MySqlServers {
    private static final List<String> IMAGES = List.of("mysql:8.0", "mysql:9", "mariadb:10.11", "mariadb:11.8");
    private static final int PORT = 3306;
    private static final String PASSWORD = "fk";
    /** Connector/J encrypts otherwise: three times as long until a connection is there. */
    private static final String UNENCRYPTED = "&sslMode=DISABLED&allowPublicKeyRetrieval=true";

    private static final String OPTION = "--lower-case-table-names=1";

    private MySqlServers() {}

    /** One server, by what to call it and where it is. */
    public record Server(String name, String url) {
        @Override
        public String toString() {
            return name;
        }
    }

    /** Looked for once; what has not been found is told at every call. */
    private static final class Holder {
        private static final Found FOUND = found();
    }

    /** Either servers, or why there are none. */
    private record Found(List<Server> servers, String missing) {}

    public static Stream<Server> all() {
        if (Holder.FOUND.servers().isEmpty()) {
            throw missing(Holder.FOUND.missing());
        }
        return Holder.FOUND.servers().stream();
    }

    /** A MariaDB of its own with {@code lower_case_table_names=1}; MySQL takes that only when it makes its own tables. */
    public static Stream<Server> loweringTableNames() {
        if (Lowering.FOUND.servers().isEmpty()) {
            throw missing(Lowering.FOUND.missing());
        }
        return Lowering.FOUND.servers().stream();
    }

    /** Looked for once as well. */
    private static final class Lowering {
        private static final Found FOUND = inContainers(List.of("mariadb:11.8"), Lowering::container);

        private static GenericContainer<?> container(String image) {
            GenericContainer<?> usual = MySqlServers.container(image);
            List<String> command = new ArrayList<>(List.of(usual.getCommandParts()));
            command.add(OPTION);
            return usual.withCommand(command.toArray(String[]::new));
        }
    }

    private static RuntimeException missing(String why) {
        String reason = "No server of the MySQL family: neither -Dfk.test.mysql.url nor -Dfk.test.mariadb.url is"
                + " set, and " + why;
        if (Boolean.getBoolean("fk.require.servers")) {
            return new IllegalStateException(reason + " -Dfk.require.servers=true asks for one.");
        }
        System.out.println("aborted: " + reason);
        return new TestAbortedException(reason);
    }

    private static Found found() {
        List<Server> servers = new ArrayList<>();
        for (String property : List.of("fk.test.mysql.url", "fk.test.mariadb.url")) {
            for (String url : System.getProperty(property, "").split(",", -1)) {
                if (!url.isBlank()) {
                    servers.add(new Server(nameOf(url.strip()), url.strip()));
                }
            }
        }
        return servers.isEmpty() ? inContainers(IMAGES, MySqlServers::container) : new Found(servers, "");
    }

    /** As its image would be called, {@code mysql:9} or {@code mariadb:11.8}: golden files go by that name. */
    private static String nameOf(String url) {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT VERSION()")) {
            row.next();
            String version = row.getString(1);
            String line = version.replaceFirst("^(\\d+[.]\\d+).*", "$1");
            if (version.contains("MariaDB")) {
                return "mariadb:" + line;
            }
            return "mysql:" + (line.startsWith("8.") ? line : line.replaceFirst("[.].*", ""));
        } catch (SQLException e) {
            throw new IllegalStateException("No server answers at " + url.replaceAll("[?].*", ""), e);
        }
    }

    private static Found inContainers(List<String> images, Function<String, GenericContainer<?>> container) {
        if (!Docker.OBSTACLE.isEmpty()) {
            return new Found(List.of(), Docker.OBSTACLE);
        }
        try {
            return new Found(started(images, container), "");
        } catch (ContainerLaunchException | ContainerFetchException | CompletionException e) {
            return new Found(List.of(), "Docker starts none: " + e.getMessage());
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

    private static List<Server> started(List<String> images, Function<String, GenericContainer<?>> make) {
        List<GenericContainer<?>> containers = new ArrayList<>();
        images.forEach(image -> containers.add(make.apply(image)));
        Startables.deepStart(containers).join();
        List<Server> servers = new ArrayList<>();
        for (int i = 0; i < containers.size(); i++) {
            GenericContainer<?> container = containers.get(i);
            boolean mysql = images.get(i).startsWith("mysql");
            servers.add(new Server(
                    images.get(i),
                    (mysql ? "jdbc:mysql://" : "jdbc:mariadb://") + Address.of(container, PORT)
                            + "/?user=root&password=" + PASSWORD + (mysql ? UNENCRYPTED : "")));
        }
        return servers;
    }

    @SuppressWarnings("resource") // lives as long as the virtual machine; Testcontainers stops it then
    private static GenericContainer<?> container(String image) {
        boolean mysql = image.startsWith("mysql");
        List<String> command = new ArrayList<>(List.of(
                mysql ? "mysqld" : "mariadbd",
                "--skip-log-bin",
                "--innodb-flush-log-at-trx-commit=0",
                "--innodb-doublewrite=0"));
        if (mysql) {
            command.add("--innodb-log-writer-threads=OFF");
        }
        return new GenericContainer<>(DockerImageName.parse(image))
                .withExposedPorts(PORT)
                .withEnv(mysql ? "MYSQL_ROOT_PASSWORD" : "MARIADB_ROOT_PASSWORD", PASSWORD)
                .withTmpFs(Map.of("/var/lib/mysql", "rw"))
                .withCommand(command.toArray(String[]::new))
                .waitingFor(Wait.forLogMessage(".*port: " + PORT + "\\D.*", 1));
    }
}
