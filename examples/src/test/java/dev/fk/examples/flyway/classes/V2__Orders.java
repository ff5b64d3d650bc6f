package dev.fk.examples.flyway.classes;

import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;

public final class V2__Orders extends BaseJavaMigration {
    @Override
    public void migrate(Context context) throws SQLException {
        try (Statement statement = context.getConnection().createStatement()) {
            statement.execute("CREATE TABLE orders (id INTEGER PRIMARY KEY,"
                    + " customer_id INTEGER NOT NULL REFERENCES customers ON DELETE CASCADE)");
        }
    }
}
