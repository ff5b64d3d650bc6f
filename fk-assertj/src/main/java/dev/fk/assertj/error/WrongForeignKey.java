package dev.fk.assertj.error;

import dev.fk.assertj.catalog.TableView;
import dev.fk.assertj.catalog.WantedForeignKey;
import dev.fk.core.diff.Change;
import dev.fk.core.schema.ForeignKey;
import java.util.ArrayList;
import java.util.List;

/** A foreign key that is there and not as wanted: what the failures of all its aspects have in common. */
record WrongForeignKey(TableView view, WantedForeignKey wanted, List<ForeignKey> candidates) {
    Failure because(String reason, List<String> fix) {
        return Failure.expecting("foreign key " + view.with(wanted.columns()))
                .want(wanted)
                .have(Names.inLines(candidates))
                .why(reason)
                .fix(fix);
    }

    Failure because(String reason) {
        return because(reason, fix());
    }

    /** What alters the one that is there; nothing if there are several to choose from. */
    List<String> fix(Change... before) {
        if (candidates.size() != 1) {
            return List.of();
        }
        ForeignKey there = candidates.get(0);
        List<Change> changes = new ArrayList<>(List.of(before));
        changes.add(new Change.AlterForeignKey(view.name(), there, wanted.appliedTo(there)));
        return view.snapshot().statements(changes.toArray(Change[]::new));
    }
}
