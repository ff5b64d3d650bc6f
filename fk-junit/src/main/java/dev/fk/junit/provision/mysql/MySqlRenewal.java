package dev.fk.junit.provision.mysql;

import dev.fk.junit.provision.Renewal;
import dev.fk.junit.provision.Sessions;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * COM_RESET_CONNECTION. No statement does that, and JDBC has no name for it, so each driver's own method is asked for.
 *
 * @param mode the sql_mode of a new session: MariaDB adds IGNORE_SPACE if the driver wishes so when it connects (3.5
 *     does), and forgets it in the reset
 * @param collation of the connection: MariaDB goes back to the server's (10.11: latin1), where its driver takes utf8mb4
 */
record MySqlRenewal(String database, String mode, String collation, Sessions sessions) implements Renewal {
    private static final String MARIADB = "org.mariadb.jdbc.Connection";

    @Override
    public boolean renew(Connection connection) throws SQLException {
        if (!reset(connection)) {
            return false;
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("USE " + database);
            statement.execute("SET sql_mode = '" + mode + "'");
            try (ResultSet row = statement.executeQuery("SELECT connection_id()")) {
                row.next();
                sessions.add(database, row.getLong(1));
            }
            if (connection.getClass().getName().equals(MARIADB)) {
                statement.execute("SET NAMES " + collation.replaceAll("_.*", "") + " COLLATE " + collation);
            }
        }
        return true;
    }

    private static boolean reset(Connection connection) throws SQLException {
        return switch (connection.getClass().getName()) {
            case "com.mysql.cj.jdbc.ConnectionImpl" ->
                call(connection, "com.mysql.cj.jdbc.JdbcConnection", "resetServerState");
            // on a MySQL server this one only rolls back
            case MARIADB ->
                connection.getMetaData().getDatabaseProductName().equals("MariaDB")
                        && call(connection, MARIADB, "reset");
            default -> false;
        };
    }

    private static boolean call(Connection connection, String type, String name) throws SQLException {
        try {
            Method method = Class.forName(type, false, connection.getClass().getClassLoader())
                    .getMethod(name);
            method.invoke(connection);
            return true;
        } catch (InvocationTargetException e) {
            throw new SQLException("The session cannot be reset", e.getCause());
        } catch (ReflectiveOperationException otherDriver) {
            return false; // the connection is closed instead, which is always right
        }
    }
}
