package dev.fk.core.dialect;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * A right that the user of a connection does not have.
 *
 * @param fact which right on what, without a full stop
 * @param remedy who can give it, a sentence
 * @param grant the statement by which they do
 */
@API(status = Status.EXPERIMENTAL)
public record MissingRight(String fact, String remedy, Sql grant) {}
