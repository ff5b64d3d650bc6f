package dev.fk.core.model;

import java.util.Objects;

/** A value that somebody wrote down, and where. */
record Declared<T>(T value, DeclarationSite site) {
    static <T> Declared<T> here(T value) {
        DeclarationSite site = DeclarationSite.here();
        return new Declared<>(
                Objects.requireNonNull(
                        value,
                        () -> DeclarationSite.call() + "(null) at " + site
                                + " says nothing. Give it a value, or leave the call out for the default."),
                site);
    }
}
