package dev.fk.assertj;

import dev.fk.core.database.Database;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** One PostgreSQL for all tests of the module, with a database to copy that has the tables of the examples. */
final class TestServer {
    private static final TestServer INSTANCE = new TestServer();
    private static final Database FIXTURE = INSTANCE.copy("fixture");

    private final EmbeddedPostgres postgres;
    private final AtomicInteger copies = new AtomicInteger();

    private TestServer() {
        try {
            postgres = EmbeddedPostgres.builder()
                    .setServerConfig("fsync", "off") // nothing here outlives the test run
                    .setServerConfig("full_page_writes", "off")
                    .start();
            execute(postgres.getPostgresDatabase(), "CREATE DATABASE fixture");
            DataSource fixture = postgres.getDatabase("postgres", "fixture");
            execute(fixture, script("fixture.sql"));
            if (Database.of(fixture).server().version().isAtLeast(18, 0)) {
                execute(fixture, script("fixture-18.sql"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot start the embedded PostgreSQL", e);
        }
    }

    /** The tables of the examples, for tests that change nothing. */
    static Database fixture() {
        return FIXTURE;
    }

    /** The tables of the examples, for one test to change. */
    static Database fixtureToChange() {
        return INSTANCE.copy("fixture");
    }

    /** Removes a database that was to be changed. */
    static void drop(Database changed) {
        execute(
                INSTANCE.postgres.getPostgresDatabase(),
                "DROP DATABASE " + changed.server().database());
    }

    /** A database without tables. */
    static Database empty() {
        return INSTANCE.copy("template1");
    }

    private Database copy(String template) {
        String name = "copy_" + copies.incrementAndGet();
        execute(postgres.getPostgresDatabase(), "CREATE DATABASE " + name + " TEMPLATE " + template);
        return Database.of(postgres.getDatabase("postgres", name));
    }

    static void execute(Database database, String sql) {
        execute(database.dataSource(), sql);
    }

    private static void execute(DataSource dataSource, String sql) {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new AssertionError(sql + "\nfailed: " + e.getMessage(), e);
        }
    }

    private static String script(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(TestServer.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
