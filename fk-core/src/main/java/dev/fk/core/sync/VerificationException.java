package dev.fk.core.sync;

import dev.fk.core.diff.ChangeSet;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** After a sync the catalog, read back, is not what the models say: the server changed something silently. */
@API(status = Status.EXPERIMENTAL)
public final class VerificationException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    private final transient ChangeSet differences;

    VerificationException(ChangeSet differences, String server) {
        super("The statements succeeded, but " + server + " did not store what was declared. Still different:\n"
                + differences.toString().indent(2)
                + "Declare what the server can store, or leave verifying() out.");
        this.differences = differences;
    }

    public ChangeSet differences() {
        return differences;
    }
}
