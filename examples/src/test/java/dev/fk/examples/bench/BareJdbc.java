package dev.fk.examples.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;

/** What one would write by hand: one connection, one message, every row fetched. */
record BareJdbc(DataSource dataSource) {
    /** All of them in one message, in one transaction where the server has one for DDL. */
    void execute(List<String> statements) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(String.join(";\n", statements));
            while (statement.getMoreResults() || statement.getUpdateCount() >= 0) {
                continue;
            }
            connection.commit();
        }
    }

    void executeEach(List<String> statements) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (String sql : statements) {
                statement.execute(sql);
            }
            connection.commit();
        }
    }

    void drain(List<String> queries) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            for (String query : queries) {
                boolean rows = statement.execute(query);
                while (rows || statement.getUpdateCount() >= 0) {
                    if (rows) {
                        drain(statement.getResultSet());
                    }
                    rows = statement.getMoreResults();
                }
            }
        }
    }

    private static void drain(ResultSet result) throws SQLException {
        int columns = result.getMetaData().getColumnCount();
        while (result.next()) {
            for (int i = 1; i <= columns; i++) {
                result.getString(i);
            }
        }
    }
}
