package dev.fk.core.testing;

import dev.fk.core.database.Database;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The PostgreSQL of one test run: an embedded one, or with {@code -Dfk.test.postgresql.url=jdbc:postgresql://…} another,
 * whose user may create databases. It starts when the first test asks for it and ends with the run.
 */
public final class PostgresServer implements AutoCloseable {
    private static final String URL = System.getProperty("fk.test.postgresql.url", "");

    private final List<String> created = new ArrayList<>();
    private final AtomicInteger tests = new AtomicInteger();
    private final String prefix = "fk_" + ProcessHandle.current().pid() + "_";
    private final EmbeddedPostgres embedded;
    private final PGSimpleDataSource administration;
    private final String version;

    PostgresServer() {
        this.embedded = URL.isEmpty() ? start() : null;
        this.administration = URL.isEmpty() ? (PGSimpleDataSource) embedded.getPostgresDatabase() : external();
        this.version = ask("SHOW server_version").split(" ")[0];
    }

    private static EmbeddedPostgres start() {
        try {
            return EmbeddedPostgres.builder()
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

    private static PGSimpleDataSource external() {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setUrl(URL);
        return dataSource;
    }

    /** {@code postgresql 18.6 embedded}. */
    String description() {
        return "postgresql " + version + (URL.isEmpty() ? " embedded" : " external");
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
            PGSimpleDataSource dataSource = new PGSimpleDataSource();
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
    }
}
