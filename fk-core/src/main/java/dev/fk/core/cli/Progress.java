package dev.fk.core.cli;

import dev.fk.core.migration.MigrationListener;
import java.time.Duration;

/** One line for each migration; its name is printed when it begins, so that it can be seen what takes so long. */
record Progress(Console console) implements MigrationListener {
    @Override
    public void begins(String id, int number, int of) {
        console.print("(" + number + "/" + of + ") " + id + " ");
    }

    @Override
    public void fails(String id) {
        console.line(console.colour(Console.Colour.RED, "✘"));
    }

    @Override
    public void ends(String id, Duration duration) {
        console.line(console.colour(Console.Colour.GREEN, "✔") + " " + duration.toMillis() + " ms");
    }
}
