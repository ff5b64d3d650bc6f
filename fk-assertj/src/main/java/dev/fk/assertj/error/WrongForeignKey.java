package dev.fk.assertj.error;

import dev.fk.assertj.catalog.Remedy;
import dev.fk.assertj.catalog.TableView;
import dev.fk.assertj.catalog.WantedForeignKey;
import dev.fk.core.diff.Change;
import dev.fk.core.schema.ForeignKey;
import java.util.ArrayList;
import java.util.List;

/** A foreign key that is there and not as wanted: what the failures of all its aspects have in common. */
record WrongForeignKey(TableView view, WantedForeignKey wanted, List<ForeignKey> candidates) {
    Failure because(String reason, Remedy fix) {
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
    Remedy fix(Change... before) {
        if (candidates.size() != 1) {
            return Remedy.none();
        }
        ForeignKey there = candidates.get(0);
        List<Change> changes = new ArrayList<>(List.of(before));
        changes.add(new Change.AlterForeignKey(
                view.name(), canonical(there), wanted.appliedTo(there).switchedOn()));
        return view.snapshot().remedy(changes.toArray(Change[]::new));
    }

    /** As the snapshot has it; a candidate may bear the catalog's own words for its actions. */
    private ForeignKey canonical(ForeignKey there) {
        return view.foreignKeys().stream()
                .filter(f -> f.name().equals(there.name()))
                .findFirst()
                .orElse(there);
    }
}
