package dev.fk.assertj;

import dev.fk.assertj.catalog.TableView;
import dev.fk.assertj.catalog.WantedForeignKey;
import dev.fk.core.schema.ForeignKey;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * The foreign keys that fit what a chain has asserted so far: usually one, several where columns reference more than one
 * table, never none.
 */
record ForeignKeySubject(
        List<ForeignKey> candidates,
        WantedForeignKey wanted,
        boolean strict,
        Probing probing,
        TableAssert origin,
        TableView view,
        Reporting reporting) {
    ForeignKeySubject {
        candidates = List.copyOf(candidates);
    }

    ForeignKey value() {
        return candidates.get(0);
    }

    ForeignKeySubject narrowed(WantedForeignKey more, List<ForeignKey> left) {
        return new ForeignKeySubject(left, more, strict, probing, origin, view, reporting);
    }

    ForeignKeySubject strictly(UnaryOperator<ForeignKey> inWordsOfCatalog) {
        List<ForeignKey> worded = candidates.stream().map(inWordsOfCatalog).toList();
        return new ForeignKeySubject(worded, wanted, true, probing, origin, view, reporting);
    }

    ForeignKeySubject probing(Probing other) {
        return new ForeignKeySubject(candidates, wanted, strict, other, origin, view, reporting);
    }

    ForeignKeyAssert open() {
        return reporting.open(ForeignKeyAssert.class, ForeignKeySubject.class, this, ForeignKeyAssert::new);
    }
}
