package dev.fk.core.probe;

import java.util.List;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Whether a row was refused that references nothing, and taken as soon as there was what it references.
 *
 * @param statements what was executed, in order; the last is the one that was refused or should have been
 * @param message what the server said when it refused; empty if it did not
 * @param remarks what could not be taken back, or is the reason of what was seen
 */
@API(status = Status.EXPERIMENTAL)
public record Enforced(boolean refused, List<String> statements, String message, List<String> remarks) {
    public Enforced {
        statements = List.copyOf(statements);
        remarks = List.copyOf(remarks);
    }
}
