package dev.fk.junit.verify;

import dev.fk.core.database.Database;
import dev.fk.core.database.DirtyData;
import dev.fk.core.schema.CanonicalSchema;
import dev.fk.core.source.MigrationStep;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.opentest4j.AssertionFailedError;

/**
 * Rows that came in while nobody checked foreign keys, and lead nowhere. Another migration may bring what they lead to, so
 * only those that are left in the end are refused.
 */
final class OrphanWatch {
    private final Database database;
    private List<DirtyData> left = List.of();
    private Optional<MigrationStep> since = Optional.empty();

    OrphanWatch(Database database) {
        this.database = database;
    }

    /** @param now what is there after the migration */
    void look(MigrationStep step, CanonicalSchema now) {
        left = database.data().orphans(now.schema());
        since = left.isEmpty() ? Optional.empty() : since.or(() -> Optional.of(step));
    }

    void refuseThoseLeft() {
        since.ifPresent(step -> {
            throw new AssertionFailedError("Once all migrations have run, foreign keys lead nowhere on " + database
                    + ", since " + step + ": the rows came in while nobody checked them.\n"
                    + left.stream().map(DirtyData::describe).collect(Collectors.joining())
                    + "  file: " + step.place());
        });
    }
}
