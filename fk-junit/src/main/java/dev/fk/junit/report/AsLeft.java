package dev.fk.junit.report;

import java.util.Optional;
import java.util.function.Supplier;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The database of a failed test as the test left it, as far as that can be seen.
 *
 * @param obstacle why it cannot be seen; empty if it can
 */
@API(status = Status.INTERNAL)
public record AsLeft(Optional<Snapshot> snapshot, String obstacle) {
    /** Looks at it: which fails where a lock is left, or where the transaction is over in which the test wrote. */
    public static AsLeft of(Supplier<Snapshot> look) {
        try {
            return new AsLeft(Optional.of(look.get()), "");
        } catch (RuntimeException e) {
            return new AsLeft(Optional.empty(), String.valueOf(e.getMessage()));
        }
    }
}
