package dev.fk.core.dialect;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * What belongs to a table and goes with it: a trigger, a policy, the rights of a role.
 *
 * @param isNeeded whether the table cannot be made again before it: a sequence that it takes values from
 * @param again the statement that makes it again as it was
 */
@API(status = Status.EXPERIMENTAL)
public record Belonging(boolean isNeeded, Sql again) {}
