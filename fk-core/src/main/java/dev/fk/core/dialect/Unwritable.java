package dev.fk.core.dialect;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * A value that a server reads from a row and does not write again.
 *
 * @param condition the rows that have it in this column
 * @param value what it is, for people: {@code a date of zeros}
 * @param remedy what can be done about it, a sentence
 */
@API(status = Status.EXPERIMENTAL)
public record Unwritable(String column, String condition, String value, String remedy) {}
