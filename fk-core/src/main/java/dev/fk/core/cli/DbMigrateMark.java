package dev.fk.core.cli;

import dev.fk.core.migration.Migrator;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "db:migrate:mark",
        description = "Writes into the history that a migration has run, and runs nothing: it was done by hand.",
        mixinStandardHelpOptions = true)
final class DbMigrateMark implements Callable<Integer> {
    private final Console console;

    @Mixin
    private OneMigration migration;

    DbMigrateMark(Console console) {
        this.console = console;
        this.migration = new OneMigration(console);
    }

    @Override
    public Integer call() {
        console.line("marked as applied: " + migration.correct(Migrator::markApplied));
        return 0;
    }
}
