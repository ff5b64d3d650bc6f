package dev.fk.core.sync;

import dev.fk.core.diff.ChangeSet;
import dev.fk.core.schema.QualifiedName;
import java.util.Set;

/** What sync would let the server reword before it believes a difference, for tests that have schemas and no models. */
public final class Rewording {
    private Rewording() {}

    public static Set<QualifiedName> tables(ChangeSet changes) {
        return Expressions.tablesToNormalize(changes);
    }
}
