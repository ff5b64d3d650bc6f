package dev.fk.core.cli;

import dev.fk.core.diff.ChangeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "db:diff",
        description = "Prints how the database differs from the models: what would have to change.",
        mixinStandardHelpOptions = true)
final class DbDiff implements Callable<Integer> {
    private final Console console;

    @Mixin
    private Comparison comparison;

    @Option(names = "--json", description = "for machines")
    private boolean json;

    @Option(names = "--exit-code", description = "3 if there are differences")
    private boolean exitCode;

    DbDiff(Console console) {
        this.console = console;
        this.comparison = new Comparison(console);
    }

    @Override
    public Integer call() {
        ChangeSet changes = comparison.by(comparison.sync()::differences);
        if (json) {
            console.json(changes.toJson());
        } else {
            console.line(changes.isEmpty() ? none() : changes.toString());
        }
        return exitCode && !changes.isEmpty() ? Fk.DIFFERENCES : 0;
    }

    private String none() {
        return comparison.isWhole()
                ? "There are no differences."
                : "There are no differences of the kind that was asked for.";
    }
}
