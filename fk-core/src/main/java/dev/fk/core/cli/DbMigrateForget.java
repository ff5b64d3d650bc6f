package dev.fk.core.cli;

import dev.fk.core.migration.Migrator;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "db:migrate:forget",
        description = "Takes a migration out of the history, and nothing else: what it did stays.",
        mixinStandardHelpOptions = true)
final class DbMigrateForget implements Callable<Integer> {
    private final Console console;

    @Mixin
    private Target target;

    @Mixin
    private MigrationOptions migrations;

    @Option(names = "--name", paramLabel = "ID", required = true, description = "which")
    private String name = "";

    DbMigrateForget(Console console) {
        this.console = console;
        this.target = new Target(console);
        this.migrations = new MigrationOptions(console);
    }

    @Override
    public Integer call() {
        Migrator migrator = migrations.migrator();
        UsageException.unlessRight(() -> {
            migrator.forget(target.database(), name);
            return name;
        });
        console.line("forgotten: " + name);
        return 0;
    }
}
