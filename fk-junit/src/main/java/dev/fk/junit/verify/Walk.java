package dev.fk.junit.verify;

import dev.fk.core.schema.CanonicalSchema;
import dev.fk.core.source.MigrationStep;
import dev.fk.core.source.Migrations;
import dev.fk.core.source.SchemaHistory;
import java.util.ArrayList;
import java.util.List;

/**
 * What the catalog said after each migration, as far as they run.
 *
 * @param complete whether all of them did
 */
record Walk(SchemaHistory history, boolean complete) {
    static Walk of(SchemaHistory history) {
        return new Walk(history, true);
    }

    /** One that fails ends it: the tests that it runs are others. */
    static Walk through(Migrations migrations) {
        CanonicalSchema base = migrations.read();
        List<SchemaHistory.Version> versions = new ArrayList<>();
        boolean complete = true;
        for (MigrationStep step : migrations.pending()) {
            try {
                migrations.next();
            } catch (RuntimeException fails) {
                complete = false;
                break;
            }
            versions.add(new SchemaHistory.Version(step, migrations.read()));
        }
        return new Walk(new SchemaHistory(base, versions), complete);
    }
}
