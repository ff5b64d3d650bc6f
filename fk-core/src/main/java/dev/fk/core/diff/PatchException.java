package dev.fk.core.diff;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** A change does not fit the schema it was to be applied to. */
@API(status = Status.EXPERIMENTAL)
public final class PatchException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    PatchException(Change change, String reason) {
        super("Cannot " + change.describe() + ": " + reason + ".");
    }
}
