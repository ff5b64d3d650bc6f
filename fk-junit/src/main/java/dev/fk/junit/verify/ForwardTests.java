package dev.fk.junit.verify;

import dev.fk.core.schema.CanonicalSchema;
import dev.fk.core.source.MigrationStep;
import dev.fk.core.source.Migrations;
import dev.fk.core.source.SchemaHistory;
import java.util.ArrayList;
import java.util.List;
import org.opentest4j.AssertionFailedError;

/** Each migration runs on what those before it have built, and all of them leave no row whose foreign key leads nowhere. */
final class ForwardTests extends Chain {
    private final WalkCache cache;
    private final CanonicalSchema base;
    private final OrphanWatch orphans;
    private final List<SchemaHistory.Version> versions = new ArrayList<>();

    ForwardTests(Migrations migrations, WalkCache cache) {
        super(migrations, migrations.steps());
        this.cache = cache;
        this.base = migrations.read();
        this.orphans = new OrphanWatch(migrations.database());
    }

    @Override
    void test(MigrationStep step) {
        try {
            new Attempt(migrations()).run(step);
        } catch (AssertionFailedError failed) {
            end();
            throw failed;
        }
        CanonicalSchema now = migrations().read();
        versions.add(new SchemaHistory.Version(step, now));
        orphans.look(step, now);
        if (versions.size() == migrations().steps().size()) {
            cache.keep(new SchemaHistory(base, versions));
            orphans.refuseThoseLeft();
        }
    }
}
