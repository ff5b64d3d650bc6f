package dev.fk.junit.provision.mysql;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * What several statements answer that go to the server in one message.
 *
 * @param of each, its rows; none for a statement that has no result
 */
record MySqlAnswers(List<List<List<String>>> of) {
    /** @param connection lets several statements through at once */
    static MySqlAnswers to(Connection connection, List<String> statements) throws SQLException {
        List<List<List<String>>> all = new ArrayList<>();
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false); // braces are the server's
            boolean rows = statement.execute(String.join(";\n", statements));
            while (rows || statement.getUpdateCount() != -1) {
                all.add(rows ? rows(statement.getResultSet()) : List.of());
                rows = statement.getMoreResults();
            }
        }
        return new MySqlAnswers(all);
    }

    private static List<List<String>> rows(ResultSet result) throws SQLException {
        int columns = result.getMetaData().getColumnCount();
        List<List<String>> rows = new ArrayList<>();
        while (result.next()) {
            List<String> row = new ArrayList<>();
            for (int i = 1; i <= columns; i++) {
                row.add(String.valueOf(result.getString(i)));
            }
            rows.add(row);
        }
        return rows;
    }

    /** From one statement on. */
    MySqlAnswers from(int statement) {
        return new MySqlAnswers(of.subList(statement, of.size()));
    }

    List<List<String>> rows(int statement) {
        return of.get(statement);
    }
}
