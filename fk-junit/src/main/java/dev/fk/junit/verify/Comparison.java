package dev.fk.junit.verify;

import dev.fk.core.database.Database;
import dev.fk.core.diff.Change;
import dev.fk.core.diff.ChangeSet;
import dev.fk.core.diff.Differ;
import dev.fk.core.plan.Plan;
import dev.fk.core.schema.CanonicalSchema;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.source.MigrationSet;
import dev.fk.core.source.Migrations;
import dev.fk.core.source.SchemaHistory;
import dev.fk.core.source.SchemaSource;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.opentest4j.AssertionFailedError;

/**
 * What the migrations have built, compared with what another source builds on an empty database of the same server: both
 * are catalogs, so that nothing is different only because it is written differently.
 */
record Comparison(
        Migrations migrations,
        SchemaHistory history,
        Verification.Expectation expectation,
        Function<SchemaSource, Database> another) {
    void refuseDifferences() {
        CanonicalSchema wanted = wanted();
        CanonicalSchema all = migrations.read();
        CanonicalSchema built = inSchemasOf(wanted, all);
        ChangeSet changes = Differ.diff(built, wanted);
        if (!expectation.complete()) {
            changes = Additions.of(changes);
        }
        if (!changes.isEmpty()) {
            Plan plan = migrations.database().plan(changes, built);
            throw new AssertionFailedError("The migrations build something else than " + expectation.name()
                    + ". This would be the way from what they build to it:\n"
                    + plan.outline().strip() + origins(changes) + elsewhere(wanted, built, all));
        }
    }

    /** As a sync, which looks at the default schema and those that its models name. */
    private static CanonicalSchema inSchemasOf(CanonicalSchema wanted, CanonicalSchema built) {
        Set<Optional<String>> schemas = new HashSet<>(Set.of(Optional.empty()));
        wanted.schema().tables().keySet().forEach(name -> schemas.add(name.schema()));
        return built.restrictedTo(
                built.schema().tables().values().stream()
                        .filter(t -> schemas.contains(t.name().schema()))
                        .toList(),
                built.schema().enums().values().stream()
                        .filter(e -> schemas.contains(e.name().schema()))
                        .toList());
    }

    private CanonicalSchema wanted() {
        MigrationSet set = MigrationSet.of(expectation.source());
        CanonicalSchema wanted =
                set.withoutBookkeeping(another.apply(expectation.source()).read());
        return wanted.restrictedTo(
                wanted.schema().tables().values().stream().map(Unnamed::of).toList(),
                wanted.schema().enums().values());
    }

    /** What is missed and there in a schema that was not looked at. */
    private static String elsewhere(CanonicalSchema wanted, CanonicalSchema built, CanonicalSchema all) {
        Set<QualifiedName> seen = built.schema().tables().keySet();
        Set<String> missed = wanted.schema().tables().keySet().stream()
                .filter(name -> !seen.contains(name))
                .map(QualifiedName::name)
                .collect(Collectors.toSet());
        List<String> there = all.schema().tables().keySet().stream()
                .filter(name -> missed.contains(name.name()) && !seen.contains(name))
                .map(QualifiedName::toString)
                .toList();
        return there.isEmpty()
                ? ""
                : "\nwhy  : they build " + String.join(", ", there)
                        + ", in a schema that is not named there; compared are"
                        + " the default one and those that are.\n  do  : Name the schema there, in entities by @Table(schema = …).";
    }

    private String origins(ChangeSet changes) {
        Origin origin = new Origin(history);
        Set<String> lines = new LinkedHashSet<>();
        for (Change change : changes.changes()) {
            origin.of(change).ifPresent(event -> lines.add(event.toString()));
        }
        return lines.isEmpty() ? "" : lines.stream().collect(Collectors.joining("\n       ", "\nwhy  : ", ""));
    }
}
