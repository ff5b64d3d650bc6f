package dev.fk.core.cli;

import dev.fk.core.database.Database;
import dev.fk.core.migration.Migrator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "db:migrate",
        description = "Runs the migrations that have not run yet.",
        mixinStandardHelpOptions = true)
final class DbMigrate implements Callable<Integer> {
    private final Console console;

    @Mixin
    private Target target;

    @Mixin
    private MigrationOptions migrations;

    @Option(names = "--to", paramLabel = "ID", description = "no further than this one, itself included")
    private Optional<String> to = Optional.empty();

    @Option(names = "--step", paramLabel = "N", description = "only the next so many")
    private Optional<Integer> step = Optional.empty();

    @Option(names = "--dry-run", description = "only prints what would run")
    private boolean dryRun;

    @Option(names = "--out-of-order", description = "also those that come before one that has run")
    private boolean outOfOrder;

    DbMigrate(Console console) {
        this.console = console;
        this.target = new Target(console);
        this.migrations = new MigrationOptions(console);
    }

    @Override
    public Integer call() {
        Migrator migrator = UsageException.unlessRight(this::limited);
        Database database = target.database();
        if (dryRun) {
            console.print(migrator.plan(database));
            return 0;
        }
        List<String> done = migrator.up(database);
        console.line(
                done.isEmpty()
                        ? "Nothing to do: no migration is pending"
                                + to.map(t -> " up to " + t).orElse("") + "."
                        : done.size() + (done.size() == 1 ? " migration has run." : " migrations have run."));
        return 0;
    }

    private Migrator limited() {
        Migrator migrator = migrations.migrator();
        Migrator until = to.isPresent() ? migrator.to(to.get()) : migrator;
        Migrator some = step.isPresent() ? until.step(step.get()) : until;
        return outOfOrder ? some.allowingOutOfOrder() : some;
    }
}
