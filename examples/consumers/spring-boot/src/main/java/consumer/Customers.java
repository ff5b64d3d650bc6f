package consumer;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
public class Customers {
    private final JdbcClient jdbc;

    Customers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void add(String email) {
        jdbc.sql("INSERT INTO customers (email) VALUES (?)").param(email).update();
    }

    public List<String> emails() {
        return jdbc.sql("SELECT email FROM customers ORDER BY email").query(String.class).list();
    }
}
