package dev.fk.junit.verify;

import dev.fk.core.schema.CanonicalSchema;
import dev.fk.core.source.MigrationStep;
import dev.fk.core.source.Migrations;
import dev.fk.core.source.SchemaHistory;
import java.util.ArrayList;
import java.util.List;
import org.opentest4j.AssertionFailedError;

/** Each migration runs on what those before it have built. */
final class ForwardTests extends Chain {
    private final WalkCache cache;
    private final CanonicalSchema base;
    private final List<SchemaHistory.Version> versions = new ArrayList<>();

    ForwardTests(Migrations migrations, WalkCache cache) {
        super(migrations, migrations.steps());
        this.cache = cache;
        this.base = migrations.read();
    }

    @Override
    void test(MigrationStep step) {
        try {
            new Attempt(migrations()).run(step);
        } catch (AssertionFailedError failed) {
            end();
            throw failed;
        }
        versions.add(new SchemaHistory.Version(step, migrations().read()));
        if (versions.size() == migrations().steps().size()) {
            cache.keep(new SchemaHistory(base, versions));
        }
    }
}
