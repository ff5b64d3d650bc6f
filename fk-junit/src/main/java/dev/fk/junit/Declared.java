package dev.fk.junit;

import dev.fk.core.sync.SyncMode;
import java.util.List;
import java.util.Optional;

/** What one annotation or one {@link SchemaSetup} says; what it leaves open is empty. */
record Declared(
        String name,
        DeclaredSources sources,
        Optional<SyncMode> sync,
        Optional<Isolation> isolation,
        Optional<Keep> keep,
        Optional<String> dialect,
        Optional<String> image,
        Optional<WhenUnavailable> whenUnavailable) {
    static Declared nothing() {
        return new Declared(
                "",
                DeclaredSources.none(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    static Declared of(WithSchema annotation) {
        return new Declared(
                annotation.name(),
                DeclaredSources.of(annotation),
                single(annotation.sync()),
                Optional.of(annotation.isolation()).filter(i -> i != Isolation.DEFAULT),
                Optional.of(annotation.keep()).filter(k -> k != Keep.DEFAULT),
                Optional.of(annotation.dialect()).filter(d -> !d.isEmpty()),
                Optional.of(annotation.image()).filter(i -> !i.isEmpty()),
                Optional.of(annotation.whenUnavailable()).filter(w -> w != WhenUnavailable.DEFAULT));
    }

    private static Optional<SyncMode> single(SyncMode[] modes) {
        if (modes.length > 1) {
            throw new IllegalArgumentException("@WithSchema(sync = …) names " + modes.length + " modes: "
                    + List.of(modes) + ". A schema is synchronised in one way; name one.");
        }
        return modes.length == 0 ? Optional.empty() : Optional.of(modes[0]);
    }

    /** Whether it says itself on which kind of server it is. */
    boolean placesItself() {
        return dialect.isPresent() || image.isPresent();
    }

    Declared withName(String other) {
        return new Declared(other, sources, sync, isolation, keep, dialect, image, whenUnavailable);
    }

    Declared withSources(DeclaredSources other) {
        return new Declared(name, other, sync, isolation, keep, dialect, image, whenUnavailable);
    }

    Declared withSync(SyncMode other) {
        return new Declared(name, sources, Optional.of(other), isolation, keep, dialect, image, whenUnavailable);
    }

    Declared withIsolation(Isolation other) {
        return new Declared(name, sources, sync, Optional.of(other), keep, dialect, image, whenUnavailable);
    }

    Declared withKeep(Keep other) {
        return new Declared(name, sources, sync, isolation, Optional.of(other), dialect, image, whenUnavailable);
    }

    Declared withDialect(String other) {
        return new Declared(name, sources, sync, isolation, keep, Optional.of(other), image, whenUnavailable);
    }

    Declared withImage(String other) {
        return new Declared(name, sources, sync, isolation, keep, dialect, Optional.of(other), whenUnavailable);
    }

    Declared withWhenUnavailable(WhenUnavailable other) {
        return new Declared(name, sources, sync, isolation, keep, dialect, image, Optional.of(other));
    }
}
