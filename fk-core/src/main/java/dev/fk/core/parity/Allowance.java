package dev.fk.core.parity;

import java.util.Optional;
import java.util.OptionalInt;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Differences that are allowed.
 *
 * @param dialect on which kind of server; absent for all
 * @param times how many exactly; absent for any number but none
 */
@API(status = Status.EXPERIMENTAL)
public record Allowance(Idiom idiom, String reason, Optional<String> dialect, OptionalInt times) {
    public Allowance {
        if (reason.isBlank()) {
            throw new IllegalArgumentException("Say why differences of the kind " + idiom + " are allowed.");
        }
    }

    boolean isFor(String kind) {
        return dialect.isEmpty() || dialect.get().equals(kind);
    }
}
