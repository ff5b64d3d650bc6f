package dev.fk.junit.flyway;

import dev.fk.core.source.MigrationStep;
import dev.fk.junit.report.Refusals;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.output.MigrateResult;

/** Calls Flyway; loaded when Flyway is known to be there. */
record FlywayRun(Refusals database, List<String> locations, Map<String, String> settings) {
    /** What Flyway runs last, and all at once. */
    static final String REPEATABLE = "repeatable";

    void migrate() {
        int done = migrate(configuration()).migrationsExecuted;
        if (done == 0) {
            throw new IllegalArgumentException("Flyway finds no migrations in " + String.join(", ", locations)
                    + ". They are called V1__what_it_does.sql there, unless Flyway is configured otherwise.");
        }
    }

    /** The versioned ones, and all repeatable ones as a last step. */
    List<MigrationStep> steps() {
        List<MigrationStep> steps = new ArrayList<>();
        List<MigrationInfo> repeatable = new ArrayList<>();
        for (MigrationInfo info : configuration().load().info().all()) {
            if (info.getType().isUndo() || !info.getState().isResolved()) {
                continue;
            }
            if (info.getVersion() == null) {
                repeatable.add(info);
            } else {
                steps.add(step(info.getVersion().getVersion(), info));
            }
        }
        if (!repeatable.isEmpty()) {
            steps.add(new MigrationStep(
                    REPEATABLE,
                    repeatable.stream().map(FlywayRun::name).collect(Collectors.joining(", ")),
                    String.join(", ", locations),
                    repeatable.stream()
                            .map(i -> String.valueOf(i.getChecksum()))
                            .collect(Collectors.joining(" "))));
        }
        return steps;
    }

    private static MigrationStep step(String version, MigrationInfo info) {
        return new MigrationStep(version, name(info), info.getScript(), String.valueOf(info.getChecksum()));
    }

    /** Without folders or packages. */
    private static String name(MigrationInfo info) {
        String script = info.getScript();
        boolean isFile = script.contains("/") || script.endsWith(".sql");
        return script.substring(script.lastIndexOf(isFile ? '/' : '.') + 1);
    }

    /** Repeatable migrations have no place among versions: Flyway would run them with each. */
    void migrateTo(MigrationStep last) {
        FluentConfiguration configuration = configuration();
        if (!last.id().equals(REPEATABLE)) {
            configuration.target(last.id()).repeatableSqlMigrationPrefix("not-yet-repeatable-");
        }
        migrate(configuration);
    }

    /** Flyway tells what the server said; why it said so stands behind that, where tables and rows show it. */
    private MigrateResult migrate(FluentConfiguration configuration) {
        try {
            return configuration.load().migrate();
        } catch (FlywayException failed) {
            String reason = database.of(failed);
            if (reason.isEmpty()) {
                throw failed;
            }
            throw new FlywayException(String.valueOf(failed.getMessage()).strip() + reason, failed);
        }
    }

    private FluentConfiguration configuration() {
        return Flyway.configure(loader())
                .loggers(FlywayLogs.class.getName())
                .configuration(settings)
                .locations(locations.toArray(String[]::new))
                .dataSource(database.dataSource());
    }

    private static ClassLoader loader() {
        ClassLoader context = Thread.currentThread().getContextClassLoader();
        return context == null ? FlywayRun.class.getClassLoader() : context;
    }
}
