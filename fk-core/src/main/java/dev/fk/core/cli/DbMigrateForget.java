package dev.fk.core.cli;

import dev.fk.core.migration.Migrator;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "db:migrate:forget",
        description = "Takes a migration out of the history, and nothing else: what it did stays.",
        mixinStandardHelpOptions = true)
final class DbMigrateForget implements Callable<Integer> {
    private final Console console;

    @Mixin
    private OneMigration migration;

    DbMigrateForget(Console console) {
        this.console = console;
        this.migration = new OneMigration(console);
    }

    @Override
    public Integer call() {
        console.line("forgotten: " + migration.correct(Migrator::forget));
        return 0;
    }
}
