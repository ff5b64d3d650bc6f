package dev.fk.core.dialect;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The rows that a table remembers.
 *
 * @param from what stands behind FROM for them and those of now
 * @param forgetting the statement that lets the table forget them
 */
@API(status = Status.EXPERIMENTAL)
public record Past(String from, Sql forgetting) {}
