package dev.fk.core.odd;

import dev.fk.core.database.Database;
import dev.fk.core.testing.EachServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** One server with a database for a table at a time. */
record Place(Database database, EachServer server, int version) {
    OddTable table(long seed) {
        return server.isTransactional()
                ? OddPostgresTables.of(seed, version)
                : OddFamilyTables.of(seed, server.toString());
    }

    String text(OddTable table) {
        return server.isTransactional() ? PostgresText.of(database) : FamilyText.of(database, table.name());
    }

    /** @return whether the server takes the table */
    boolean make(OddTable table) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            clear(connection, statement);
            for (String sql : table.statements()) {
                statement.execute(sql);
            }
            return true;
        } catch (SQLException e) {
            if (Boolean.getBoolean("fk.odd.refused")) {
                System.out.println(e.getMessage() + "\n" + table);
            }
            return false;
        }
    }

    private void clear(Connection connection, Statement statement) throws SQLException {
        if (server.isTransactional()) {
            statement.execute("DROP SCHEMA public CASCADE");
            statement.execute("CREATE SCHEMA public");
            return;
        }
        String name = connection.getCatalog();
        statement.execute("DROP DATABASE " + name);
        statement.execute("CREATE DATABASE " + name + " CHARACTER SET utf8mb4");
        statement.execute("USE " + name);
    }
}
