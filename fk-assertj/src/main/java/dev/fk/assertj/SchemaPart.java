package dev.fk.assertj;

import dev.fk.assertj.catalog.Snapshot;

/** What a schema has beside tables, found by an assertion about the schema; or what stands in for it. */
record SchemaPart<T>(T value, SchemaAssert origin, Snapshot snapshot, Reporting reporting) {
    @SuppressWarnings("unchecked") // a class literal has no type arguments
    static <T> Class<SchemaPart<T>> type() {
        return (Class<SchemaPart<T>>) (Class<?>) SchemaPart.class;
    }
}
