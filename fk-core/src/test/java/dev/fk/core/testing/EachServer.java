package dev.fk.core.testing;

import com.mysql.cj.jdbc.MysqlDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.function.Executable;
import org.mariadb.jdbc.MariaDbDataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** Every server that tests run on, each as a factory of tests that get a new empty database. */
public abstract class EachServer {
    private final String name;

    private EachServer(String name) {
        this.name = name;
    }

    public static Stream<EachServer> all(PostgresServer postgres) {
        return Stream.concat(Stream.of(new Postgres(postgres)), family());
    }

    /** The servers that commit DDL implicitly. */
    public static Stream<EachServer> family() {
        return MySqlServers.all().map(Family::new);
    }

    /** What a test does with its database. */
    @FunctionalInterface
    public interface Body {
        void with(FreshDatabase database) throws Exception;
    }

    /** A new empty database, and the URL by which another process finds it. */
    public record FreshDatabase(DataSource dataSource, String url) {}

    public DynamicTest test(String what, Body body) {
        return DynamicTest.dynamicTest(what + " on " + name, executable(body));
    }

    Executable executable(Body body) {
        return () -> run(body);
    }

    /** A test that does not run on PostgreSQL, though it stands in a class that has one. */
    @FunctionalInterface
    interface Elsewhere extends Executable {}

    public boolean isTransactional() {
        return this instanceof Postgres;
    }

    @Override
    public String toString() {
        return name;
    }

    abstract void run(Body body) throws Exception;

    private static final class Postgres extends EachServer {
        private final PostgresServer server;

        Postgres(PostgresServer server) {
            super(server.description());
            this.server = server;
        }

        @Override
        void run(Body body) throws Exception {
            PGSimpleDataSource fresh = (PGSimpleDataSource) server.freshDataSource();
            String password = fresh.getPassword() == null ? "" : "&password=" + fresh.getPassword();
            body.with(new FreshDatabase(fresh, fresh.getUrl() + "&user=" + fresh.getUser() + password));
        }
    }

    private static final class Family extends EachServer {
        private static final Map<String, AtomicInteger> TESTS = new ConcurrentHashMap<>();

        private final MySqlServers.Server server;

        Family(MySqlServers.Server server) {
            super(server.name());
            this.server = server;
        }

        @Override
        void run(Body body) throws Exception {
            try (MySqlDatabase fresh = MySqlDatabase.on(server.url(), "CHARACTER SET utf8mb4")) {
                body.with(new FreshDatabase(dataSource(fresh.url()), fresh.url()));
            }
        }

        @Override
        Executable executable(Body body) {
            Elsewhere elsewhere = () -> {
                count(server);
                run(body);
            };
            return elsewhere;
        }

        private static synchronized void count(MySqlServers.Server server) throws IOException {
            int tests = TESTS.computeIfAbsent(server.name(), n -> new AtomicInteger())
                    .incrementAndGet();
            Path folder = Files.createDirectories(Path.of("target", "fk-servers"));
            Path file = folder.resolve("each-" + server.name().replaceAll("\\W", "-") + ".txt");
            Files.writeString(file, server.name().replace(':', ' ') + " container\t" + tests + " tests\n");
        }

        private static DataSource dataSource(String url) throws SQLException {
            if (!url.startsWith("jdbc:mysql")) {
                return new MariaDbDataSource(url);
            }
            MysqlDataSource mysql = new MysqlDataSource();
            mysql.setUrl(url);
            return mysql;
        }
    }
}
