package dev.fk.assertj;

import dev.fk.assertj.catalog.TableView;
import dev.fk.core.schema.Index;
import java.util.List;

/** The indexes that fit what a chain has asserted so far: usually one, never none. */
record IndexSubject(List<Index> candidates, TableAssert origin, TableView view, Reporting reporting) {
    IndexSubject {
        candidates = List.copyOf(candidates);
    }

    Index value() {
        return candidates.get(0);
    }

    IndexAssert open() {
        return reporting.open(IndexAssert.class, IndexSubject.class, this, IndexAssert::new);
    }
}
