package consumer;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

@ApplicationScoped
public class Customers {
    private final DataSource database;

    Customers(DataSource database) {
        this.database = database;
    }

    public void add(String email) throws SQLException {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement("INSERT INTO customers (email) VALUES (?)")) {
            insert.setString(1, email);
            insert.executeUpdate();
        }
    }

    public List<String> emails() throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("SELECT email FROM customers ORDER BY email");
                var rows = select.executeQuery()) {
            List<String> emails = new ArrayList<>();
            while (rows.next()) {
                emails.add(rows.getString(1));
            }
            return emails;
        }
    }
}
