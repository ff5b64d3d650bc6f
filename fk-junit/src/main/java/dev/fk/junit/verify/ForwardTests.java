package dev.fk.junit.verify;

import dev.fk.core.dialect.Sql;
import dev.fk.core.schema.CanonicalSchema;
import dev.fk.core.source.MigrationStep;
import dev.fk.core.source.Migrations;
import dev.fk.core.source.SchemaHistory;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.opentest4j.AssertionFailedError;

/**
 * Each migration runs on what those before it have built and makes the foreign keys that it says, and all of them leave none
 * that leads nowhere, nor a row whose foreign key does.
 */
final class ForwardTests extends Chain {
    private final WalkCache cache;
    private final CanonicalSchema base;
    private final OrphanWatch orphans;
    private final LostForeignKeys lost;
    private final List<SchemaHistory.Version> versions = new ArrayList<>();

    ForwardTests(Migrations migrations, WalkCache cache, Supplier<List<Sql>> newDdl) {
        super(migrations, migrations.steps());
        this.cache = cache;
        this.base = seen();
        this.orphans = new OrphanWatch(migrations.database());
        this.lost = new LostForeignKeys(migrations.database(), newDdl);
    }

    @Override
    void test(MigrationStep step) {
        try {
            attempt(step);
        } catch (AssertionFailedError failed) {
            end();
            throw failed;
        }
        CanonicalSchema now = look();
        versions.add(new SchemaHistory.Version(step, now));
        orphans.look(step, now);
        lost.look(step, now);
        boolean last = versions.size() == migrations().steps().size();
        if (last) {
            cache.keep(new SchemaHistory(base, versions));
        }
        lost.refusePassedOver(step);
        if (last) {
            lost.refuseDangling();
            lost.refuseSwitchedOff();
            orphans.refuseThoseLeft();
        }
    }
}
