package dev.fk.junit.provision;

import java.util.Map;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * How to recognise one database as unchanged that is like its template.
 *
 * @param state what its server says of it as a whole
 * @param traces what its server has counted for each of its tables, by what the server calls it: fewer than all if the
 *     others have nothing
 */
@API(status = Status.EXPERIMENTAL)
public record Pristine(String state, Map<String, String> traces) {
    public Pristine {
        traces = Map.copyOf(traces);
    }

    /** One that was just copied. */
    public static Pristine copied(String state) {
        return new Pristine(state, Map.of());
    }
}
