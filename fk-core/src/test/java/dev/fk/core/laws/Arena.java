package dev.fk.core.laws;

import dev.fk.core.database.Database;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;

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
        this.database = Database.of(dataSource(connection));
    }

    private static DataSource dataSource(Connection connection) {
        ClassLoader loader = Arena.class.getClassLoader();
        Connection held = (Connection)
                Proxy.newProxyInstance(loader, new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("close")) {
                        return null;
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
        return (DataSource)
                Proxy.newProxyInstance(loader, new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> held);
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
