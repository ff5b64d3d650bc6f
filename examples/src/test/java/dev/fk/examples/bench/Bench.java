package dev.fk.examples.bench;

import com.mysql.cj.jdbc.MysqlDataSource;
import dev.fk.core.database.Database;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.Closeable;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.mariadb.jdbc.MariaDbDataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** A server, and one database on it that is made anew when an empty one is needed. */
final class Bench implements AutoCloseable {
    private static final String NAME = "fk_bench";

    private final DataSource server;
    private final DataSource database;
    private final DataSource forFk;
    private final String url;
    private final Closeable owned;

    private Bench(DataSource server, DataSource database, DataSource forFk, String url, Closeable owned) {
        this.server = server;
        this.database = database;
        this.forFk = forFk;
        this.url = url;
        this.owned = owned;
    }

    static Bench embedded() throws IOException {
        EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                .setServerConfig("fsync", "off")
                .setServerConfig("synchronous_commit", "off")
                .setServerConfig("full_page_writes", "off")
                .setServerConfig("max_locks_per_transaction", "1024")
                .start();
        DataSource database = postgres.getDatabase("postgres", NAME);
        return new Bench(
                postgres.getPostgresDatabase(), database, database, postgres.getJdbcUrl("postgres", NAME), postgres);
    }

    static Bench at(String url) throws SQLException {
        String own = url.replaceFirst("(//[^/?]+)/?[^?]*", "$1/" + NAME);
        String several =
                own.startsWith("jdbc:postgresql:") ? "" : (own.contains("?") ? "&" : "?") + "allowMultiQueries=true";
        return new Bench(dataSource(url), dataSource(own + several), dataSource(own), own, () -> {});
    }

    private static DataSource dataSource(String url) throws SQLException {
        if (url.startsWith("jdbc:postgresql:")) {
            PGSimpleDataSource postgres = new PGSimpleDataSource();
            postgres.setUrl(url);
            return postgres;
        }
        if (url.startsWith("jdbc:mariadb:")) {
            return new MariaDbDataSource(url);
        }
        MysqlDataSource mysql = new MysqlDataSource();
        mysql.setUrl(url);
        return mysql;
    }

    /** With several statements in one message, which the drivers of the MySQL family refuse unless asked. */
    DataSource current() {
        return database;
    }

    /** For another process, with the account in it. */
    String url() {
        return url;
    }

    /** As a user has it. */
    DataSource currentForFk() {
        return forFk;
    }

    DataSource emptiedForFk() throws SQLException {
        emptied();
        return forFk;
    }

    /** The database, new and empty. */
    DataSource emptied() throws SQLException {
        try (Connection connection = server.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("DROP DATABASE IF EXISTS " + NAME);
            statement.execute("CREATE DATABASE " + NAME);
        }
        return database;
    }

    @Override
    public String toString() {
        return Database.of(server).server().toString();
    }

    @Override
    public void close() throws IOException, SQLException {
        try (Connection connection = server.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("DROP DATABASE IF EXISTS " + NAME);
        }
        owned.close();
    }
}
