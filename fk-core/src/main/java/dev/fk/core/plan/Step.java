package dev.fk.core.plan;

import dev.fk.core.dialect.Sql;
import dev.fk.core.diff.Change;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** One statement of a plan, the change it comes from (the riskiest one if it makes several) and what it risks. */
@API(status = Status.EXPERIMENTAL)
public record Step(Sql sql, Change source, Assessment assessment) {}
