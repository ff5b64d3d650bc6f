package dev.fk.core.source;

import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * What a migration did to one thing of the schema.
 *
 * @param before what was there; absent if it was added
 * @param after what is there since; absent if it was dropped
 */
@API(status = Status.EXPERIMENTAL)
public record SchemaEvent(MigrationStep step, Optional<String> before, Optional<String> after) {
    /** Whether it is gone since. */
    public boolean isLoss() {
        return after.isEmpty();
    }

    /** {@code V5__rebuild.sql dropped foreign key orders(customer_id) REFERENCES customers (id)}. */
    @Override
    public String toString() {
        if (before.isEmpty()) {
            return step + " added " + after.orElse("");
        }
        return after.map(a -> step + " changed " + before.get() + " to " + a)
                .orElseGet(() -> step + " dropped " + before.get());
    }
}
