package dev.fk.core.dialect;

import java.util.List;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * What belongs to a table and goes with it: a trigger, a policy, the rights of a role.
 *
 * @param isNeeded whether the table cannot be made again before it: a sequence that it takes values from
 * @param again the statements that make it again as it was
 */
@API(status = Status.EXPERIMENTAL)
public record Belonging(boolean isNeeded, List<Sql> again) {
    public Belonging {
        again = List.copyOf(again);
    }
}
