package dev.fk.junit.report;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The statement after which all others failed as well.
 *
 * @param error what the server said to it
 */
@API(status = Status.INTERNAL)
public record FirstFailure(String sql, String error) {}
