package dev.fk.core.dialect;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The room that a value takes at most in a row or key.
 *
 * @param units characters, or bytes where it is no text; one for a type that always takes the same
 * @param bytes of each
 */
@API(status = Status.INTERNAL)
public record Width(long units, int bytes) {
    public long total() {
        return units * bytes;
    }
}
