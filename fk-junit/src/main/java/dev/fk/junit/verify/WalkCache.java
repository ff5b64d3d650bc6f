package dev.fk.junit.verify;

import dev.fk.core.source.SchemaHistory;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/** What the catalog said after each migration, for all factories of a class on one server: they need not all walk and read. */
final class WalkCache {
    private static final Namespace NAMESPACE = Namespace.create(WalkCache.class);

    private final AtomicReference<Optional<SchemaHistory>> history = new AtomicReference<>(Optional.empty());

    /** The one of the class, or of its run on one of several servers. */
    static WalkCache of(ExtensionContext context) {
        ExtensionContext around = context.getParent().orElse(context);
        return Objects.requireNonNull(
                around.getStore(NAMESPACE)
                        .getOrComputeIfAbsent(around.getUniqueId(), key -> new WalkCache(), WalkCache.class),
                "what was computed");
    }

    Optional<SchemaHistory> complete() {
        return history.get();
    }

    void keep(SchemaHistory complete) {
        history.set(Optional.of(complete));
    }
}
