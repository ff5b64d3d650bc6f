package dev.fk.examples.oracles;

import dev.fk.core.database.Database;
import dev.fk.core.dialect.Gap;
import dev.fk.core.probe.Behaviour;
import dev.fk.core.probe.Enforced;
import dev.fk.core.probe.Observation;
import dev.fk.core.probe.Prober;
import dev.fk.core.schema.CanonicalSchema;
import dev.fk.core.schema.ForeignKey;
import dev.fk.core.schema.ReferentialAction;
import dev.fk.core.schema.Table;
import java.util.Optional;
import org.assertj.core.api.SoftAssertions;

/** What the foreign keys of a schema do to probe rows is what its catalog says. */
record ProbedKeys(Database database, CanonicalSchema catalog, Prober prober) {
    static void check(Database database, CanonicalSchema catalog) {
        ProbedKeys keys = new ProbedKeys(database, catalog, Prober.of(database, catalog));
        SoftAssertions.assertSoftly(softly -> {
            for (Table table : catalog.schema().tables().values()) {
                table.foreignKeys().forEach(k -> keys.check(table, k, softly));
            }
        });
    }

    private void check(Table table, ForeignKey key, SoftAssertions softly) {
        Optional<Gap> gap = database.dialect().gaps(database.server()).flatMap(g -> g.of(table, key));
        Enforced enforced = prober.enforced(table.name(), key);
        softly.assertThat(enforced.refused())
                .as(table.name() + " " + key + " refuses orphans: " + enforced)
                .isEqualTo(gap.isEmpty());
        Observation deleting = prober.deleting(table.name(), key);
        softly.assertThat(deleting.behaviour())
                .as(table.name() + " " + key + " on delete: " + deleting)
                .isEqualTo(of(key.onDelete()));
    }

    private static Behaviour of(ReferentialAction action) {
        return switch (action) {
            case CASCADE -> Behaviour.CASCADES;
            case SET_NULL -> Behaviour.SETS_NULL;
            case SET_DEFAULT -> Behaviour.SETS_DEFAULT;
            case RESTRICT, NO_ACTION -> Behaviour.RESTRICTS;
        };
    }
}
