package dev.fk.core.dialect;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Who has an {@link AdvisoryLock}, as far as the server tells.
 *
 * @param description {@code connection 4711 of fk from 10.0.0.7}
 * @param ending the statement that ends that connection
 */
@API(status = Status.EXPERIMENTAL)
public record LockHolder(String description, String ending) {}
