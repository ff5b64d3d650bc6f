package dev.fk.core.cli;

import dev.fk.core.migration.Migrator;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "db:migrate:mark",
        description = "Writes into the history that a migration has run, and runs nothing: it was done by hand.",
        mixinStandardHelpOptions = true)
final class DbMigrateMark implements Callable<Integer> {
    private final Console console;

    @Mixin
    private Target target;

    @Mixin
    private MigrationOptions migrations;

    @Option(names = "--name", paramLabel = "ID", required = true, description = "which")
    private String name = "";

    DbMigrateMark(Console console) {
        this.console = console;
        this.target = new Target(console);
        this.migrations = new MigrationOptions(console);
    }

    @Override
    public Integer call() {
        Migrator migrator = migrations.migrator();
        UsageException.unlessRight(() -> {
            migrator.markApplied(target.database(), name);
            return name;
        });
        console.line("marked as applied: " + name);
        return 0;
    }
}
