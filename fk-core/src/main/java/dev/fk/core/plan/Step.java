package dev.fk.core.plan;

import dev.fk.core.dialect.Sql;
import dev.fk.core.diff.Change;
import java.util.List;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * One statement of a plan, the change it comes from (the riskiest one if it makes several) and what it risks.
 *
 * @param checks what to ask the rows to know whether they make it fail
 */
@API(status = Status.EXPERIMENTAL)
public record Step(Sql sql, Change source, Assessment assessment, List<DataCheck> checks) {
    public Step {
        checks = List.copyOf(checks);
    }
}
