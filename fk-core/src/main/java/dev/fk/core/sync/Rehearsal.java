package dev.fk.core.sync;

import dev.fk.core.database.Database;
import dev.fk.core.database.StatementFailedException;
import dev.fk.core.dialect.CatalogScope;
import dev.fk.core.diff.Change;
import dev.fk.core.diff.ChangeSet;
import dev.fk.core.diff.Differ;
import dev.fk.core.schema.CanonicalSchema;
import dev.fk.core.schema.QualifiedName;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Changes tried out where nobody sees them. Tables of other schemas are not copied: they are referenced as they are. */
record Rehearsal(Database database) {
    /** Fails if the changes do not work there, or the check finds something else than expected afterwards. */
    void of(CanonicalSchema live, ChangeSet changes, Consumer<Database> check) {
        refuseElsewhere(
                changes,
                "the plan changes what is in another schema than the default one, which would be changed by trying it out",
                "or leave the models of other schemas out of this sync");
        database.inScratch(space -> {
            Database scratch = space.withScope(elsewhere(live));
            try {
                CanonicalSchema empty = scratch.read();
                ChangeSet copy = Differ.diff(empty, live);
                refuseElsewhere(
                        copy,
                        "what is in another schema references tables of the default one, and cannot be made to reference"
                                + " their copies",
                        "or leave those models out of this sync that need the other schema");
                scratch.run(scratch.plan(copy, empty));
                scratch.run(scratch.plan(changes, live));
                check.accept(scratch);
            } catch (StatementFailedException | VerificationException e) {
                throw new RehearsalException(database, e);
            }
            return scratch;
        });
    }

    private static CatalogScope elsewhere(CanonicalSchema live) {
        return CatalogScope.defaultSchema()
                .and(Stream.concat(live.schema().tables().keySet().stream(), live.schema().enums().keySet().stream())
                        .flatMap(n -> n.schema().stream())
                        .collect(Collectors.toSet()));
    }

    private static void refuseElsewhere(ChangeSet changes, String why, String or) {
        Set<QualifiedName> elsewhere = changes.changes().stream()
                .map(Change::subject)
                .filter(n -> n.schema().isPresent())
                .collect(Collectors.toCollection(TreeSet::new));
        if (!elsewhere.isEmpty()) {
            throw new IllegalArgumentException("This cannot be rehearsed: " + why + ": "
                    + elsewhere.stream().map(QualifiedName::toString).collect(Collectors.joining(", "))
                    + ". Leave rehearsing() out, " + or + ".");
        }
    }
}
