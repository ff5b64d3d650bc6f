package dev.fk.core.cli;

import dev.fk.core.sync.Sync;
import picocli.CommandLine.Option;

/** The option that says whether others can use the tables meanwhile; a mixin. */
final class Pace {
    @Option(names = "--online", description = "in steps that keep nobody waiting for long (PostgreSQL)")
    private boolean online;

    Sync of(Sync sync) {
        return online ? sync.online() : sync;
    }
}
