package dev.fk.assertj;

import dev.fk.assertj.catalog.TableView;

/** A part of a table, found by an assertion about the table; or what stands in for it where failures are collected. */
record Part<T>(T value, TableAssert origin, TableView view, Reporting reporting) {
    @SuppressWarnings("unchecked") // a class literal has no type arguments
    static <T> Class<Part<T>> type() {
        return (Class<Part<T>>) (Class<?>) Part.class;
    }
}
