package dev.fk.junit.verify;

import dev.fk.core.source.MigrationStep;
import java.util.List;
import java.util.Optional;

/** The migrations that are asked for their undo and risks: those after the one that has run everywhere. */
final class Judged {
    private Judged() {}

    static List<MigrationStep> of(List<MigrationStep> steps, Verification verification) {
        Optional<String> since = verification.since();
        if (since.isEmpty()) {
            return steps;
        }
        int last = 0;
        while (last < steps.size()
                && !steps.get(last).id().equals(since.get())
                && !steps.get(last).name().equals(since.get())) {
            last++;
        }
        return steps.subList(Math.min(last + 1, steps.size()), steps.size());
    }
}
