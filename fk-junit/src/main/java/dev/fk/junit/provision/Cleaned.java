package dev.fk.junit.provision;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * A database that is like its template.
 *
 * @param origin whether nobody has changed it, or what they did was undone
 * @param now how it is recognised from now on
 */
@API(status = Status.EXPERIMENTAL)
public record Cleaned(Origin origin, Pristine now) {}
