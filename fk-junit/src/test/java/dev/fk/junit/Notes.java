package dev.fk.junit;

import dev.fk.core.database.Database;
import dev.fk.core.source.SchemaSource;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** One table by plain SQL, and what tests do with it. */
final class Notes implements SchemaSource {
    @Override
    public void applyTo(Database database) {
        try {
            execute(database.dataSource(), "CREATE TABLE note (author text NOT NULL)");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String fingerprint() {
        return "one table";
    }

    static void execute(DataSource dataSource, String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    static void write(DataSource dataSource, String author) throws SQLException {
        execute(dataSource, "INSERT INTO note VALUES ('" + author + "')");
    }

    /** Who wrote, in order, with commas. */
    static String authors(DataSource dataSource) throws SQLException {
        return ask(
                dataSource,
                "SELECT coalesce(string_agg(author, ',' ORDER BY lower(author) COLLATE \"C\"), '') FROM note");
    }

    static String ask(DataSource dataSource, String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
