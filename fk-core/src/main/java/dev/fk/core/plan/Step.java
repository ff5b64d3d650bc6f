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
 * @param problems why the server would refuse it, whatever the rows
 */
@API(status = Status.EXPERIMENTAL)
public record Step(Sql sql, Change source, Assessment assessment, List<DataCheck> checks, List<Problem> problems) {
    public Step {
        checks = List.copyOf(checks);
        problems = List.copyOf(problems);
    }

    public Step(Sql sql, Change source, Assessment assessment, List<DataCheck> checks) {
        this(sql, source, assessment, checks, List.of());
    }

    Step with(Assessment other) {
        return new Step(sql, source, other, checks, problems);
    }

    Step with(List<Problem> more) {
        return new Step(sql, source, assessment, checks, more);
    }
}
