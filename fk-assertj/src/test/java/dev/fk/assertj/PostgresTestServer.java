package dev.fk.assertj;

import dev.fk.core.database.Database;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** An embedded PostgreSQL; what is to be changed is a copy. */
final class PostgresTestServer implements TestServer {
    private final EmbeddedPostgres postgres;
    private final Database fixture;
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
        return fixture;
    }

    @Override
    public Database empty() {
        return copy("template1");
    }

    @Override
    public void changing(Body test) throws Exception {
        Database copy = copy("fixture");
        try {
            test.with(copy);
        } finally {
            String name = copy.server().database();
            TestServer.execute(postgres.getPostgresDatabase(), "DROP DATABASE " + name);
        }
    }

    @Override
    public String url(Database database) {
        return postgres.getJdbcUrl("postgres", database.server().database());
    }

    @Override
    public void fresh(Placed test) throws Exception {
        Database own = copy("template1");
        test.with(own, url(own));
    }

    private Database copy(String template) {
        String name = "copy_" + copies.incrementAndGet();
        TestServer.execute(postgres.getPostgresDatabase(), "CREATE DATABASE " + name + " TEMPLATE " + template);
        return Database.of(postgres.getDatabase("postgres", name));
    }
}
