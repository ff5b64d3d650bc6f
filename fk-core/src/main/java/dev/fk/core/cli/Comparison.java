package dev.fk.core.cli;

import dev.fk.core.database.Database;
import dev.fk.core.model.Models;
import dev.fk.core.sync.Sync;
import java.util.function.BiFunction;
import picocli.CommandLine.Mixin;

/** The options that say which models are held against which database, and how far; a mixin. */
final class Comparison {
    @Mixin
    private Target target;

    @Mixin
    private ModelOptions models;

    @Mixin
    private SyncOptions options = new SyncOptions();

    Comparison(Console console) {
        this.target = new Target(console);
        this.models = new ModelOptions(console);
    }

    /** Whether all that the models say is compared, so that no difference means that there is none. */
    boolean isWhole() {
        return options.isWhole();
    }

    Sync sync() {
        return options.sync();
    }

    /**
     * What a call makes of the models and the database.
     *
     * @throws UsageException if nobody has said which, or if one of those that are meant is not among them
     */
    <T> T by(BiFunction<Models, Database, T> call) {
        Models declared = models.models();
        Database database = target.toLookAt();
        return options.isNamed()
                ? UsageException.unlessRight(() -> call.apply(declared, database))
                : call.apply(declared, database);
    }
}
