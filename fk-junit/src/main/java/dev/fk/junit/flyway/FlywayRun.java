package dev.fk.junit.flyway;

import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** The only class here that calls Flyway, loaded when Flyway is known to be there. */
final class FlywayRun {
    private FlywayRun() {}

    static void migrate(DataSource database, List<String> locations, Map<String, String> settings) {
        FluentConfiguration configuration = Flyway.configure(loader())
                .loggers(FlywayLogs.class.getName())
                .configuration(settings)
                .locations(locations.toArray(String[]::new))
                .dataSource(database);
        int done = configuration.load().migrate().migrationsExecuted;
        if (done == 0) {
            throw new IllegalArgumentException("Flyway finds no migrations in " + String.join(", ", locations)
                    + ". They are called V1__what_it_does.sql there, unless Flyway is configured otherwise.");
        }
    }

    private static ClassLoader loader() {
        ClassLoader context = Thread.currentThread().getContextClassLoader();
        return context == null ? FlywayRun.class.getClassLoader() : context;
    }
}
