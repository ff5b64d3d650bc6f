package consumer;

import dev.fk.junit.OpenDatabase;
import dev.fk.junit.SchemaSetup;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** Begins before the application and ends after it. */
public class ShopDatabase implements QuarkusTestResourceLifecycleManager {
    private OpenDatabase database;

    @Override
    public Map<String, String> start() {
        database = SchemaSetup.of(Customer.class).open();
        return Map.of(
                "quarkus.datasource.db-kind", "postgresql",
                "quarkus.datasource.jdbc.url", database.url(),
                "quarkus.datasource.username", database.user(),
                "quarkus.datasource.password", database.password());
    }

    @Override
    public void stop() {
        if (database != null) {
            database.close();
        }
    }
}
