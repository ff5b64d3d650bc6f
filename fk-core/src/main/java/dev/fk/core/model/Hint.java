package dev.fk.core.model;

import dev.fk.core.schema.Nearest;
import java.util.Collection;

/** How a sentence about an unknown name ends. */
final class Hint {
    private Hint() {}

    /** {@code "; did you mean roomId?"}, or {@code ". There are roomId, text."}. */
    static String on(String wrong, Collection<String> names) {
        String meant = Nearest.didYouMean(wrong, names);
        if (!meant.isEmpty()) {
            return meant;
        }
        return names.isEmpty() ? "; there is none at all." : ". There are " + String.join(", ", names) + ".";
    }
}
