package dev.fk.core.sync;

import dev.fk.core.database.Database;
import dev.fk.core.database.StatementFailedException;
import dev.fk.core.diff.ChangeSet;
import dev.fk.core.diff.Differ;
import dev.fk.core.schema.CanonicalSchema;
import dev.fk.core.schema.QualifiedName;
import java.util.List;
import java.util.function.Consumer;

/** Changes tried out where nobody sees them. */
record Rehearsal(Database database) {
    /** Fails if the changes do not work there, or the check finds something else than expected afterwards. */
    void of(CanonicalSchema live, ChangeSet changes, Consumer<Database> check) {
        List<QualifiedName> elsewhere = live.schema().tables().keySet().stream()
                .filter(t -> t.schema().isPresent())
                .toList();
        if (!elsewhere.isEmpty()) {
            throw new IllegalArgumentException(
                    "Only what is in the default schema can be rehearsed, but in view are also " + elsewhere
                            + ". Leave rehearsing() out, or the other schemas.");
        }
        database.inScratch(scratch -> {
            try {
                CanonicalSchema empty = scratch.read();
                scratch.run(scratch.plan(Differ.diff(empty, live), empty));
                scratch.run(scratch.plan(changes, live));
                check.accept(scratch);
            } catch (StatementFailedException | VerificationException e) {
                throw new RehearsalException(database, e);
            }
            return scratch;
        });
    }
}
