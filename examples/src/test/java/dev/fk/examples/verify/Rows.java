package dev.fk.examples.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fk.core.database.Database;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;

/** What the tests ask of rows. */
final class Rows {
    private Rows() {}

    static String emailOfOrder(int id, Database database) {
        String sql = "SELECT email FROM customers JOIN orders ON customer_id = customers.id WHERE orders.id = " + id;
        try (Connection connection = database.dataSource().getConnection();
                ResultSet row = connection.createStatement().executeQuery(sql)) {
            assertThat(row.next()).isTrue();
            return row.getString(1);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}
