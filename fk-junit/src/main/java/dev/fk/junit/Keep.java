package dev.fk.junit;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Which databases are still there when the test is over. */
@API(status = Status.EXPERIMENTAL)
public enum Keep {
    /** What an enclosing annotation says, then what is configured as {@code fk.keep}, then {@link #ON_FAILURE}. */
    DEFAULT,
    /** Those of failed tests; the failure says how to get to them. */
    ON_FAILURE,
    ALWAYS,
    NEVER
}
