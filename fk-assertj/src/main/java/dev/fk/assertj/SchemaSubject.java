package dev.fk.assertj;

import dev.fk.assertj.catalog.Snapshot;

/** What a schema's assertions are about. */
record SchemaSubject(Snapshot snapshot, Reporting reporting) {
    SchemaAssert open() {
        return reporting.open(SchemaAssert.class, SchemaSubject.class, this, SchemaAssert::new);
    }
}
