package dev.fk.core.schema;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * A sequence of its own (SQL:2016, 4.27; PostgreSQL, MariaDB); those behind identity and serial columns are part of the
 * column.
 *
 * @param start its first value
 * @param increment what is added for the next one; negative if it counts down
 * @param cycles whether it begins anew after the last value
 */
@API(status = Status.EXPERIMENTAL)
public record Sequence(QualifiedName name, long start, long increment, boolean cycles) {}
