package dev.fk.core.testing;

import dev.fk.core.database.Database;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.utility.DockerImageName;

/**
 * The PostgreSQL of one test run: an embedded one, or with {@code -Dfk.test.postgresql.image=postgres:15} a container, or
 * with {@code -Dfk.test.postgresql.url=jdbc:postgresql://…} another, whose user may create databases. It starts when the
 * first test asks for it and ends with the run.
 */
public final class PostgresServer implements AutoCloseable {
    private static final String IMAGE = System.getProperty("fk.test.postgresql.image", "");
    private static final int PORT = 5432;
    private static final String URL =
            IMAGE.isEmpty() ? System.getProperty("fk.test.postgresql.url", "") : inContainer();

    private final List<String> created = new ArrayList<>();
    private final AtomicInteger tests = new AtomicInteger();
    private final String prefix = "fk_" + ProcessHandle.current().pid() + "_";
    private final EmbeddedPostgres embedded;
    private final Path data;
    private final PGSimpleDataSource administration;
    private final String version;

    PostgresServer() {
        this.data = folder();
        this.embedded = URL.isEmpty() ? start(data) : null;
        this.administration = URL.isEmpty() ? (PGSimpleDataSource) embedded.getPostgresDatabase() : external();
        this.version = ask("SHOW server_version").split(" ")[0];
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("fk-postgresql");
        } catch (IOException e) {
            throw new UncheckedIOException("No place for the embedded PostgreSQL", e);
        }
    }

    private static EmbeddedPostgres start(Path data) {
        try {
            return EmbeddedPostgres.builder()
                    .setDataDirectory(data)
                    .setCleanDataDirectory(false)
                    .setServerConfig("fsync", "off")
                    .setServerConfig("synchronous_commit", "off")
                    .setServerConfig("full_page_writes", "off")
                    .setServerConfig("autovacuum", "off")
                    .setServerConfig("max_locks_per_transaction", "1024")
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot start the embedded PostgreSQL", e);
        }
    }

    @SuppressWarnings("resource") // lives as long as the virtual machine; Testcontainers stops it then
    private static String inContainer() {
        GenericContainer<?> container = new GenericContainer<>(DockerImageName.parse(IMAGE))
                .withExposedPorts(PORT)
                .withEnv("POSTGRES_PASSWORD", "fk")
                .withTmpFs(Map.of("/var/lib/postgresql", "rw"))
                .withCommand("postgres", "-c", "fsync=off", "-c", "max_locks_per_transaction=1024")
                .waitingFor(Wait.forLogMessage(".*ready to accept connections.*", 2));
        container.start();
        return "jdbc:postgresql://" + Address.of(container, PORT) + "/postgres?user=postgres&password=fk";
    }

    private static PGSimpleDataSource external() {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setUrl(URL);
        return dataSource;
    }

    /** {@code postgresql 18.6 embedded}. */
    String description() {
        String where = IMAGE.isEmpty() ? " external" : " container";
        return "postgresql " + version + (URL.isEmpty() ? " embedded" : where);
    }

    @Override
    public String toString() {
        return description();
    }

    public int majorVersion() {
        return Integer.parseInt(version.split("\\D")[0]);
    }

    void countTest() {
        tests.incrementAndGet();
    }

    int tests() {
        return tests.get();
    }

    /** A new empty database. */
    public Database fresh() {
        return Database.of(freshDataSource());
    }

    /** A new empty database. */
    public synchronized DataSource freshDataSource() {
        String name = prefix + created.size();
        created.add(name);
        ask("CREATE DATABASE " + name + " TEMPLATE template0 ENCODING 'UTF8'");
        try {
            PGSimpleDataSource dataSource = new ReusedSessions();
            dataSource.setUrl(administration.getUrl());
            dataSource.setUser(administration.getUser());
            dataSource.setPassword(administration.getPassword());
            dataSource.setDatabaseName(name);
            return dataSource;
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("Not a JDBC URL of PostgreSQL: " + URL, e);
        }
    }

    private String ask(String sql) {
        try (Connection connection = administration.getConnection();
                Statement statement = connection.createStatement()) {
            if (!statement.execute(sql)) {
                return "";
            }
            try (var row = statement.getResultSet()) {
                row.next();
                return row.getString(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("PostgreSQL refused: " + sql, e);
        }
    }

    @Override
    public void close() throws IOException {
        if (embedded != null) {
            embedded.close();
        } else {
            created.forEach(name -> ask("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)"));
        }
        delete(data);
    }

    /** A hundred thousand files; what EmbeddedPostgres would do takes an exception for each. */
    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : (Iterable<Path>) all.sorted(Comparator.reverseOrder())::iterator) {
                Files.delete(each);
            }
        }
    }
}
