package dev.fk.core.cli;

import dev.fk.core.cli.Console.Colour;
import dev.fk.core.migration.MigrationStatus;
import dev.fk.core.migration.MigrationStatus.State;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "db:migrate:status",
        description = "Says which migrations have run, when and by whom, and what does not fit.",
        mixinStandardHelpOptions = true)
final class DbMigrateStatus implements Callable<Integer> {
    private final Console console;

    @Mixin
    private Target target;

    @Mixin
    private MigrationOptions migrations;

    @Option(names = "--exit-code", description = "3 if anything is not applied, as it stands in the code")
    private boolean exitCode;

    DbMigrateStatus(Console console) {
        this.console = console;
        this.target = new Target(console);
        this.migrations = new MigrationOptions(console);
    }

    @Override
    public Integer call() {
        MigrationStatus status = migrations.migrator().status(target.database());
        status.lines().forEach(l -> console.line(line(l)));
        boolean all = status.lines().stream().allMatch(l -> l.state() == State.APPLIED);
        return exitCode && !all ? Fk.DIFFERENCES : 0;
    }

    private String line(MigrationStatus.Line line) {
        String text = line.toString();
        int word = line.state().name().length();
        return console.colour(colour(line.state()), text.substring(0, word)) + text.substring(word);
    }

    private static Colour colour(State state) {
        return switch (state) {
            case APPLIED -> Colour.GREEN;
            case PENDING -> Colour.YELLOW;
            case OUT_OF_ORDER, EDITED, MISSING, HALF_APPLIED, HALF_UNDONE -> Colour.RED;
        };
    }
}
