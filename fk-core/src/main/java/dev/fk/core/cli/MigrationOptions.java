package dev.fk.core.cli;

import dev.fk.core.migration.Migration;
import dev.fk.core.migration.Migrator;
import java.util.List;
import picocli.CommandLine.Option;

/** The option that says which migrations are meant; a mixin. */
final class MigrationOptions {
    private final Console console;

    @Option(
            names = "--migrations",
            paramLabel = "NAME",
            split = ",",
            description = {
                "a package, or a class that is a MigrationSource or a Migration",
                "(fk.migrations; else what META-INF/services registers)"
            })
    private List<String> names = List.of();

    MigrationOptions(Console console) {
        this.console = console;
    }

    /** What was said, on the command line or once and for all. */
    List<String> names() {
        return console.names(names, Settings.MIGRATIONS);
    }

    /**
     * @throws UsageException if there are none, or two with the same id
     */
    Migrator migrator() {
        List<String> wanted = names();
        List<Migration> found = wanted.isEmpty()
                ? Loaded.onClassPath().registeredMigrations()
                : Loaded.onClassPath().migrations(wanted);
        if (found.isEmpty()) {
            throw new UsageException("Which migrations? Say --migrations com.acme.migrations, a package or a class, or"
                    + " put fk.migrations=… into fk.properties.");
        }
        return UsageException.unlessRight(() -> Migrator.of(found)).listening(new Progress(console));
    }
}
