package dev.fk.assertj;

import dev.fk.core.database.Database;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.postgresql.ds.PGConnectionPoolDataSource;

/** An embedded PostgreSQL, whose sessions are used again, as each is a process; what is to be changed is a copy. */
final class PostgresTestServer implements TestServer {
    private final EmbeddedPostgres postgres;
    private final Copy fixture;
    private final AtomicInteger copies = new AtomicInteger();

    PostgresTestServer() {
        try {
            postgres = EmbeddedPostgres.builder()
                    .setServerConfig("fsync", "off") // nothing here outlives the test run
                    .setServerConfig("full_page_writes", "off")
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot start the embedded PostgreSQL", e);
        }
        TestServer.execute(postgres.getPostgresDatabase(), "CREATE DATABASE fixture");
        DataSource original = postgres.getDatabase("postgres", "fixture");
        TestServer.execute(original, TestServer.script("fixture-postgresql.sql"));
        if (Database.of(original).server().version().isAtLeast(18, 0)) {
            TestServer.execute(original, TestServer.script("fixture-postgresql-18.sql"));
        }
        fixture = copy("fixture");
    }

    @Override
    public Database fixture() {
        return fixture.database();
    }

    @Override
    public Database empty() {
        return Database.of(postgres.getDatabase("postgres", copied("template1")));
    }

    @Override
    public void changing(Body test) throws Exception {
        Copy copy = copy("fixture");
        String name = copy.database().server().database();
        try (copy) {
            test.with(copy.database());
        } finally {
            TestServer.execute(postgres.getPostgresDatabase(), "DROP DATABASE " + name);
        }
    }

    @Override
    public String url(Database database) {
        return postgres.getJdbcUrl("postgres", database.server().database());
    }

    @Override
    public void fresh(Placed test) throws Exception {
        try (Copy own = copy("template1")) {
            test.with(own.database(), url(own.database()));
        }
    }

    private record Copy(Sessions sessions, Database database) implements AutoCloseable {
        @Override
        public void close() throws SQLException {
            sessions.close();
        }
    }

    private Copy copy(String template) {
        PGConnectionPoolDataSource source = new PGConnectionPoolDataSource();
        source.setUrl(postgres.getJdbcUrl("postgres", copied(template)));
        Sessions sessions = new Sessions(source);
        return new Copy(sessions, Database.of(sessions.dataSource()));
    }

    private String copied(String template) {
        String name = "copy_" + copies.incrementAndGet();
        TestServer.execute(postgres.getPostgresDatabase(), "CREATE DATABASE " + name + " TEMPLATE " + template);
        return name;
    }
}
