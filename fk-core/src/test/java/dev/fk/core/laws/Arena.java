package dev.fk.core.laws;

import dev.fk.core.database.Database;
import dev.fk.core.testing.OneConnection;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** A database that laws are tried on, on one connection that stays open. */
public final class Arena implements AutoCloseable {
    private final Connection connection;
    private final Database database;
    private final Cleaning cleaning;

    /** How a database becomes empty whatever is in it, and its tables whatever refers to what. */
    public interface Cleaning {
        void drop(Statement statement) throws SQLException;

        void deleteRows(Statement statement, List<String> tables) throws SQLException;

        void close() throws SQLException;
    }

    public Arena(Connection connection, Cleaning cleaning) {
        this.connection = connection;
        this.cleaning = cleaning;
        this.database = Database.of(OneConnection.of(connection));
    }

    Connection connection() {
        return connection;
    }

    Database database() {
        return database;
    }

    void clear() {
        try (Statement statement = connection.createStatement()) {
            cleaning.drop(statement);
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot empty " + database, e);
        }
    }

    void deleteRows(List<String> tables) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            if (!tables.isEmpty()) {
                cleaning.deleteRows(statement, tables);
            }
        }
    }

    @Override
    public void close() throws SQLException {
        cleaning.close();
    }
}
