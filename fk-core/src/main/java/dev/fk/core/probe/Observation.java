package dev.fk.core.probe;

import java.util.List;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * What was seen when probe rows were inserted and one of them was deleted or updated.
 *
 * @param statements what was executed and took effect, in order; all of it was taken back
 * @param message what the server said when it refused the last of them; empty if it did not
 * @param remarks what could not be taken back, or is the reason of what was seen
 */
@API(status = Status.EXPERIMENTAL)
public record Observation(Behaviour behaviour, List<String> statements, String message, List<String> remarks) {
    public Observation {
        statements = List.copyOf(statements);
        remarks = List.copyOf(remarks);
    }
}
