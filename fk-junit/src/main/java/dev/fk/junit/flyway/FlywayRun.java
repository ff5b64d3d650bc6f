package dev.fk.junit.flyway;

import dev.fk.core.source.MigrationStep;
import dev.fk.junit.report.Refusals;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.migration.JavaMigration;
import org.flywaydb.core.api.migration.baseline.BaselineMigrationConfigurationExtension;
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
        List<MigrationInfo> all = resolved();
        for (MigrationInfo info : all) {
            if (isShortcut(info, all)) {
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

    private List<MigrationInfo> resolved() {
        return Stream.of(configuration().load().info().all())
                .filter(info -> !info.getType().isUndo() && info.getState().isResolved())
                .toList();
    }

    /** A baseline migration, in place of others that are still there: it runs in a new database instead of them. */
    private static boolean isShortcut(MigrationInfo info, List<MigrationInfo> all) {
        return info.getType().isBaseline()
                && all.stream()
                        .anyMatch(other -> other.getVersion() != null
                                && !other.getType().isBaseline()
                                && other.getVersion().compareTo(info.getVersion()) <= 0);
    }

    /** The last of those that run in a new database instead of what stands before them. */
    Optional<String> shortcut() {
        return shortcut(resolved());
    }

    private static Optional<String> shortcut(List<MigrationInfo> all) {
        return all.stream()
                .filter(info -> isShortcut(info, all))
                .max(Comparator.comparing(MigrationInfo::getVersion))
                .map(FlywayRun::name);
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

    /**
     * Repeatable migrations have no place among versions: Flyway would run them with each. Nor have those that run in a new
     * database instead of them, whatever the target.
     */
    void migrateTo(MigrationStep last) {
        FluentConfiguration configuration = configuration();
        List<MigrationInfo> all = resolved();
        if (shortcut(all).isPresent()) {
            withoutShortcut(configuration);
        }
        if (!last.id().equals(REPEATABLE)) {
            configuration.target(last.id()).repeatableSqlMigrationPrefix("not-yet-repeatable-");
            versionedClasses(all).ifPresent(classes -> configuration.javaMigrationClassProvider(() -> classes));
        }
        migrate(configuration);
    }

    /** The setting of this name would want Jackson, which Flyway 13 does not bring along. */
    @SuppressWarnings("deprecation") // what took its place is not in Flyway 10
    private static void withoutShortcut(FluentConfiguration configuration) {
        configuration
                .getPluginRegister()
                .getPlugin(BaselineMigrationConfigurationExtension.class)
                .setBaselineMigrationPrefix("not-in-place-of-others-");
    }

    /** The prefix is for SQL alone. Empty if no class is repeatable, so that nothing has to be said. */
    private static Optional<List<Class<? extends JavaMigration>>> versionedClasses(List<MigrationInfo> all) {
        Map<Boolean, List<String>> classes = all.stream()
                .filter(info -> info.getType().name().equals("JDBC"))
                .collect(Collectors.partitioningBy(
                        info -> info.getVersion() != null,
                        Collectors.mapping(MigrationInfo::getScript, Collectors.toList())));
        return classes.getOrDefault(false, List.of()).isEmpty()
                ? Optional.empty()
                : Optional.of(classes.getOrDefault(true, List.of()).stream()
                        .<Class<? extends JavaMigration>>map(FlywayRun::migration)
                        .toList());
    }

    private static Class<? extends JavaMigration> migration(String name) {
        try {
            return Class.forName(name, true, loader()).asSubclass(JavaMigration.class);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("Flyway has found a migration that is not there: " + name, e);
        }
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
