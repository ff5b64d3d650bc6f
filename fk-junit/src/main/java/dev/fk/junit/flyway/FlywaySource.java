package dev.fk.junit.flyway;

import dev.fk.core.database.Database;
import dev.fk.core.schema.DialectId;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.source.DialectWord;
import dev.fk.core.source.Fingerprint;
import dev.fk.core.source.IrreversibleStepException;
import dev.fk.core.source.MigrationProblem;
import dev.fk.core.source.MigrationStep;
import dev.fk.core.source.SteppedSource;
import dev.fk.junit.provision.Libraries;
import dev.fk.junit.report.Refusals;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * What Flyway makes of its migrations; works with Flyway 10 to 13. Its history table is left in the database, as in
 * production. What Flyway says while it works goes to the {@link System.Logger} of {@code org.flywaydb}, at level debug.
 *
 * <pre>{@code
 * FlywaySource.of("classpath:db/migration").with("flyway.placeholders.owner", "app")
 * }</pre>
 *
 * @param locations as Flyway knows them; {@code {dialect}} or {@code {vendor}} in them stands for {@code postgresql},
 *     {@code mysql} or {@code mariadb}
 * @param settings Flyway's own, by their full names
 */
@API(status = Status.EXPERIMENTAL)
public record FlywaySource(List<String> locations, Map<String, String> settings) implements SteppedSource {
    private static final String LIBRARY = "org.flywaydb.core.Flyway";

    private static final String WITHOUT_UNDO =
            "Flyway undoes migrations in its paid editions only; fk runs the community"
                    + " edition, so that there is no way back that a test could go.";

    public FlywaySource {
        locations = DialectWord.required("A source of Flyway", locations.toArray(String[]::new));
        settings = Map.copyOf(settings);
    }

    /** @throws IllegalArgumentException without any location */
    public static FlywaySource of(String... locations) {
        return new FlywaySource(List.of(locations), Map.of());
    }

    /** The same with one more setting: {@code flyway.defaultSchema}, {@code flyway.placeholders.owner}. */
    public FlywaySource with(String setting, String value) {
        Map<String, String> all = new TreeMap<>(settings);
        all.put(setting, value);
        return new FlywaySource(locations, all);
    }

    /**
     * @throws IllegalStateException if Flyway or its module for this server is not on the class path
     * @throws IllegalArgumentException if there are no migrations
     * @throws RuntimeException what Flyway throws, {@code org.flywaydb.core.api.FlywayException}; with the reason and a fix
     *     where tables and rows show why the server refused a statement
     */
    @Override
    public void applyTo(Database database) {
        run(database).migrate();
    }

    private FlywayRun run(Database database) {
        requireLibrary();
        FlywayModule.requireFor(database);
        new FlywaySchemas(settings).requireWithin(database);
        List<String> filled =
                locations.stream().map(l -> DialectWord.fill(l, database)).toList();
        return new FlywayRun(new Refusals(database), filled, settings);
    }

    /**
     * The versioned ones; all repeatable ones are one step, the last. A baseline migration is one where none of the versions
     * that it stands for is there any more.
     */
    @Override
    public List<MigrationStep> steps(Database database) {
        FlywayRun run = run(database);
        Map<String, String> places = new TreeMap<>();
        run.locations().forEach(l -> MigrationFiles.files(l).forEach(f -> places.put(f.fileName(), f.place())));
        return run.steps().stream()
                .map(s -> new MigrationStep(s.id(), s.name(), places.getOrDefault(s.name(), s.place()), s.checksum()))
                .toList();
    }

    /** A baseline migration, {@code B7__all.sql}, beside versions that it stands for. */
    @Override
    public Optional<String> shortcut(Database database) {
        return run(database).shortcut();
    }

    @Override
    public void runTo(MigrationStep last, Database database) {
        run(database).migrateTo(last);
    }

    @Override
    public void undo(MigrationStep last, Database database) {
        throw new IrreversibleStepException(WITHOUT_UNDO);
    }

    @Override
    public Optional<String> withoutUndo() {
        return Optional.of(WITHOUT_UNDO);
    }

    @Override
    public boolean keeps(QualifiedName table) {
        return table.name().equalsIgnoreCase(settings.getOrDefault("flyway.table", "flyway_schema_history"));
    }

    /** Files that Flyway would pass over, and versions that two files have. */
    @Override
    public List<MigrationProblem> problems() {
        requireLibrary();
        return written(false).stream()
                .flatMap(w -> w.problems().stream())
                .distinct()
                .toList();
    }

    @Override
    public List<MigrationStep> written() {
        requireLibrary();
        return MigrationStep.together(
                written(true).stream().flatMap(w -> w.steps().stream()).toList());
    }

    @Override
    public List<MigrationStep> written(DialectId server) {
        requireLibrary();
        return written(locations.stream().map(l -> DialectWord.fill(l, server)).toList())
                .steps();
    }

    /** For each kind of server that has files of its own, or once. */
    private List<WrittenMigrations> written(boolean required) {
        if (required) {
            locations.forEach(MigrationFiles::required);
        }
        Set<String> dialects = new TreeSet<>();
        locations.forEach(l -> dialects.addAll(DialectWord.byDialect(l).keySet()));
        List<WrittenMigrations> written = new ArrayList<>();
        for (String dialect : dialects) {
            WrittenMigrations those = written(locations.stream()
                    .map(l -> DialectWord.byDialect(l).getOrDefault(dialect, l))
                    .toList());
            if (!those.files().isEmpty()) {
                written.add(those);
            }
        }
        return written;
    }

    private WrittenMigrations written(List<String> filled) {
        return new WrittenMigrations(
                filled.stream().flatMap(l -> MigrationFiles.files(l).stream()).toList(), NamingRules.of(settings));
    }

    /**
     * The content of all that is in the locations, with the settings. Java migrations count as their classes, without what
     * these use.
     */
    @Override
    public String fingerprint() {
        requireLibrary();
        List<String> texts = new ArrayList<>(locations);
        locations.forEach(l -> texts.addAll(MigrationFiles.contents(l)));
        new TreeMap<>(settings).forEach((setting, value) -> texts.add(setting + "=" + value));
        return Fingerprint.of(texts);
    }

    private static void requireLibrary() {
        if (!Libraries.present(LIBRARY)) {
            throw new IllegalStateException(
                    "Flyway is not on the class path. Add org.flywaydb:flyway-core, 10 or later,"
                            + " and its module for the server: org.flywaydb:flyway-database-postgresql for PostgreSQL,"
                            + " org.flywaydb:flyway-mysql for MySQL and MariaDB.");
        }
    }

    @Override
    public String toString() {
        return "Flyway " + String.join(", ", locations);
    }
}
