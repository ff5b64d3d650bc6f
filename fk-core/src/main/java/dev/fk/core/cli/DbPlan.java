package dev.fk.core.cli;

import dev.fk.core.plan.Plan;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "db:plan",
        description = "Prints what db:sync would execute, without changing anything.",
        mixinStandardHelpOptions = true)
final class DbPlan implements Callable<Integer> {
    private final Console console;

    @Mixin
    private Comparison comparison;

    @Mixin
    private Pace pace = new Pace();

    @Option(names = "--json", description = "for machines")
    private boolean json;

    @Option(names = "--exit-code", description = "3 if there is anything to do")
    private boolean exitCode;

    DbPlan(Console console) {
        this.console = console;
        this.comparison = new Comparison(console);
    }

    @Override
    public Integer call() {
        Plan plan = comparison.by(pace.of(comparison.sync())::plan);
        if (json) {
            console.json(plan.toJson());
        } else {
            console.print(plan.render());
        }
        return exitCode && !plan.isEmpty() ? Fk.DIFFERENCES : 0;
    }
}
