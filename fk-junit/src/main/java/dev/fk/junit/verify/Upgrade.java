package dev.fk.junit.verify;

import dev.fk.core.database.Database;
import dev.fk.core.diff.ChangeSet;
import dev.fk.core.diff.Differ;
import dev.fk.core.diff.SchemaText;
import dev.fk.core.schema.CanonicalSchema;
import dev.fk.core.source.CompositeSource;
import dev.fk.core.source.MigrationSet;
import dev.fk.core.source.SchemaSource;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.opentest4j.AssertionFailedError;

/** The migrations on a database that has an earlier release of them. */
record Upgrade(SchemaSource release, MigrationSet set) implements CompositeSource {
    @Override
    public List<SchemaSource> sources() {
        return Stream.concat(Stream.of(release), set.sources().stream()).toList();
    }

    void refuseDifferences(CanonicalSchema fresh, Function<SchemaSource, Database> another) {
        CanonicalSchema upgraded = set.withoutBookkeeping(upgraded(another).read());
        ChangeSet changes = Differ.diff(fresh, upgraded);
        if (!changes.isEmpty()) {
            throw new AssertionFailedError(
                    "A database that is upgraded from " + release + " is another than one that is built anew:\n"
                            + changes.changes().stream()
                                    .map(c -> "  " + c.describe())
                                    .collect(Collectors.joining("\n"))
                            + "\n  do  : Write a migration that brings both to the same.",
                    SchemaText.of(fresh),
                    SchemaText.of(upgraded));
        }
    }

    private Database upgraded(Function<SchemaSource, Database> another) {
        try {
            return another.apply(this);
        } catch (RuntimeException failed) {
            throw new AssertionFailedError(
                    "A database with " + release + " cannot be upgraded.\n" + failed.getMessage(), failed);
        }
    }

    @Override
    public String toString() {
        return "the upgrade of " + release;
    }
}
