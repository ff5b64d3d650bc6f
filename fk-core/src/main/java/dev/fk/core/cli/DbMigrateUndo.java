package dev.fk.core.cli;

import dev.fk.core.database.Database;
import dev.fk.core.migration.Migrator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "db:migrate:undo", description = "Undoes the last migration, or more.", mixinStandardHelpOptions = true)
final class DbMigrateUndo implements Callable<Integer> {
    private final Console console;

    @Mixin
    private Target target;

    @Mixin
    private MigrationOptions migrations;

    @ArgGroup
    private Which which = new Which();

    DbMigrateUndo(Console console) {
        this.console = console;
        this.target = new Target(console);
        this.migrations = new MigrationOptions(console);
    }

    /** At most one of these. */
    static final class Which {
        @Option(names = "--name", paramLabel = "ID", description = "only this one, which has to be the last that ran")
        private Optional<String> name = Optional.empty();

        @Option(names = "--to", paramLabel = "ID", description = "down to this one, itself included")
        private Optional<String> to = Optional.empty();

        @Option(names = "--step", paramLabel = "N", description = "the last so many")
        private Optional<Integer> step = Optional.empty();

        @Option(names = "--all", description = "all of them")
        private boolean all;
    }

    @Override
    public Integer call() {
        Migrator migrator = migrations.migrator();
        Database database = target.database();
        List<String> undone = UsageException.unlessRight(() -> undo(migrator, database));
        console.line(
                undone.isEmpty()
                        ? "Nothing to undo: no migration has run."
                        : undone.size() + (undone.size() == 1 ? " migration is undone." : " migrations are undone."));
        return 0;
    }

    private List<String> undo(Migrator migrator, Database database) {
        if (which.all) {
            return migrator.undoAll(database);
        }
        if (which.name.isPresent()) {
            return migrator.undoOnly(database, which.name.get());
        }
        return which.to.isPresent()
                ? migrator.undoTo(database, which.to.get())
                : migrator.undo(database, which.step.orElse(1));
    }
}
