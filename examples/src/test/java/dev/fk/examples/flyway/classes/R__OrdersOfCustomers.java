package dev.fk.examples.flyway.classes;

import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;

/** Of a table that only the last version brings. */
public final class R__OrdersOfCustomers extends BaseJavaMigration {
    @Override
    public void migrate(Context context) throws SQLException {
        try (Statement statement = context.getConnection().createStatement()) {
            statement.execute("CREATE VIEW orders_of_customers AS SELECT id, customer_id FROM orders");
        }
    }
}
