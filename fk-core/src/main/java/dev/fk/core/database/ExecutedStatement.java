package dev.fk.core.database;

import dev.fk.core.dialect.Sql;
import java.time.Duration;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * A statement that has been executed.
 *
 * @param roundTrip how long the round trip took in which it was sent
 * @param statementsInRoundTrip how many statements shared that round trip
 */
@API(status = Status.EXPERIMENTAL)
public record ExecutedStatement(Sql sql, Duration roundTrip, int statementsInRoundTrip) {}
