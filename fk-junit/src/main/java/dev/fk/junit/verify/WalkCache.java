package dev.fk.junit.verify;

import dev.fk.core.source.SchemaHistory;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/** What the catalog said after each migration, for all factories of a class on one server: they need not all walk and read. */
final class WalkCache {
    private static final Namespace NAMESPACE = Namespace.create(WalkCache.class);

    /** Written by one thread at a time; one that comes late walks for itself. */
    private volatile Optional<SchemaHistory> history = Optional.empty();

    /** The one of the class, or of its run on one of several servers. */
    static WalkCache of(ExtensionContext context) {
        ExtensionContext around = context.getParent().orElse(context);
        return around.getStore(NAMESPACE)
                .getOrComputeIfAbsent(around.getUniqueId(), key -> new WalkCache(), WalkCache.class);
    }

    Optional<SchemaHistory> complete() {
        return history;
    }

    void keep(SchemaHistory complete) {
        history = Optional.of(complete);
    }
}
