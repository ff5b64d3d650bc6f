package dev.fk.assertj;

import dev.fk.core.database.Database;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import javax.sql.DataSource;

/** A server with the tables of the examples, one for all tests of the module. */
interface TestServer {
    /** The tables of the examples, for tests that change nothing. */
    Database fixture();

    /** A database without tables. */
    Database empty();

    /** Gives a test the tables of the examples to change; no other test sees the changes. */
    void changing(Body test) throws Exception;

    /** The URL of one of its databases, with user and password. */
    String url(Database database);

    /** Gives a test a database without tables, and the URL with user and password by which others find it. */
    void fresh(Placed test) throws Exception;

    /** A test that says to others where its database is. */
    interface Placed {
        void with(Database own, String url) throws Exception;
    }

    /** A test with a database of its own. */
    interface Body {
        void with(Database own) throws Exception;
    }

    static void execute(Database database, String sql) {
        execute(database.dataSource(), sql);
    }

    static void execute(DataSource dataSource, String... statements) {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                run(statement, sql);
            }
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private static void run(Statement statement, String sql) {
        try {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new AssertionError(sql + "\nfailed: " + e.getMessage(), e);
        }
    }

    static String script(String name) {
        try (InputStream in = Objects.requireNonNull(TestServer.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }
}
