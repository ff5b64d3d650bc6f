package dev.fk.core.model;

/** A value that somebody wrote down, and where. */
record Declared<T>(T value, DeclarationSite site) {
    static <T> Declared<T> here(T value) {
        Given.all(value);
        return new Declared<>(value, DeclarationSite.here());
    }
}
