package dev.fk.core.cli;

import dev.fk.core.database.Database;
import dev.fk.core.migration.Migrator;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of a command that puts one entry of the history right; a mixin. */
final class OneMigration {
    @Mixin
    private Target target;

    @Mixin
    private MigrationOptions migrations;

    @Option(names = "--name", paramLabel = "ID", required = true, description = "which")
    private String name = "";

    OneMigration(Console console) {
        this.target = new Target(console);
        this.migrations = new MigrationOptions(console);
    }

    /** What is done to its entry. */
    @FunctionalInterface
    interface Correction {
        void of(Migrator migrator, Database database, String id);
    }

    /**
     * Returns its id.
     *
     * @throws UsageException if there is no such migration, or its entry is not one to be corrected
     */
    String correct(Correction correction) {
        Migrator migrator = migrations.migrator();
        return UsageException.unlessRight(() -> {
            correction.of(migrator, target.database(), name);
            return name;
        });
    }
}
