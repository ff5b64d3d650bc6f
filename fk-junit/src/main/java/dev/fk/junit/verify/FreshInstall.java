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
import org.opentest4j.AssertionFailedError;

/**
 * What a new database gets where a tool takes a shortcut there. Whose database is older has run the migrations one by one.
 *
 * @param shortcut what runs in place of several of them
 */
record FreshInstall(String shortcut, MigrationSet set) implements CompositeSource {
    @Override
    public List<SchemaSource> sources() {
        return List.copyOf(set.sources());
    }

    void refuseDifferences(CanonicalSchema oneByOne, Function<SchemaSource, Database> another) {
        CanonicalSchema fresh = set.withoutBookkeeping(another.apply(this).read());
        ChangeSet changes = Differ.diff(oneByOne, fresh);
        if (!changes.isEmpty()) {
            throw new AssertionFailedError(
                    "A new database, where " + shortcut
                            + " runs in place of the migrations before it, is another than one in which they have run:\n"
                            + changes.changes().stream()
                                    .map(c -> "  " + c.describe())
                                    .collect(Collectors.joining("\n"))
                            + "\n  do  : Have " + shortcut + " build what they build.",
                    SchemaText.of(oneByOne),
                    SchemaText.of(fresh));
        }
    }

    @Override
    public String toString() {
        return "a new database from " + shortcut + " on";
    }
}
