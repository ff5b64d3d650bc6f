package dev.fk.core.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "db:migrate:repair",
        description = "Takes back what ran of a migration that did not come to its end.",
        mixinStandardHelpOptions = true)
final class DbMigrateRepair implements Callable<Integer> {
    private final Console console;

    @Mixin
    private Target target;

    @Mixin
    private MigrationOptions migrations;

    DbMigrateRepair(Console console) {
        this.console = console;
        this.target = new Target(console);
        this.migrations = new MigrationOptions(console);
    }

    @Override
    public Integer call() {
        List<String> repaired = migrations.migrator().repair(target.database());
        repaired.forEach(id -> console.line("repaired: " + id));
        if (repaired.isEmpty()) {
            console.line("Nothing to repair: no migration is half done.");
        }
        return 0;
    }
}
