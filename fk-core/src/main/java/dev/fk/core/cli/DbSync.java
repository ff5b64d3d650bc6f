package dev.fk.core.cli;

import dev.fk.core.plan.Plan;
import dev.fk.core.plan.Risk;
import dev.fk.core.sync.RefusedPlanException;
import dev.fk.core.sync.Sync;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "db:sync",
        description = "Brings the database in line with the models.",
        mixinStandardHelpOptions = true)
final class DbSync implements Callable<Integer> {
    private final Console console;

    @Mixin
    private Comparison comparison;

    @Mixin
    private Pace pace = new Pace();

    @Option(names = "--allow-destructive", description = "consents to losing data; without it such a plan is refused")
    private boolean destructive;

    @Option(names = "--verify", description = "reads the catalog back and compares")
    private boolean verify;

    @Option(names = "--rehearse", description = "first runs the plan on empty tables beside, and compares")
    private boolean rehearse;

    DbSync(Console console) {
        this.console = console;
        this.comparison = new Comparison(console);
    }

    @Override
    public Integer call() {
        Sync chosen = pace.of(comparison.sync());
        Sync rehearsed = rehearse ? chosen.rehearsing() : chosen;
        Sync allowed = destructive ? rehearsed.allowing(Risk.DESTRUCTIVE) : rehearsed.refusing(Risk.DESTRUCTIVE);
        try {
            Plan plan = comparison.by((verify ? allowed.verifying() : allowed)::run);
            console.print(plan.render());
            console.line(plan.isEmpty() ? nothing() : "done: " + statements(plan));
            return 0;
        } catch (RefusedPlanException refused) {
            console.print(refused.plan().render());
            console.note("Refused, because it would lose data; nothing was executed. --allow-destructive consents.");
            return Fk.FAILED;
        }
    }

    private String nothing() {
        return comparison.isWhole()
                ? "The database is as the models say."
                : "Nothing of what was asked for had to be done.";
    }

    private static String statements(Plan plan) {
        return plan.steps().size() + (plan.steps().size() == 1 ? " statement" : " statements");
    }
}
