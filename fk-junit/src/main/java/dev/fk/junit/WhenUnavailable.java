package dev.fk.junit;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * What becomes of tests for which no server can be had: nothing can start one here, the one that is configured does not
 * answer, or its image cannot be pulled from here. Settings that are wrong, such as a password, always fail.
 */
@API(status = Status.EXPERIMENTAL)
public enum WhenUnavailable {
    /** What an enclosing annotation says, then what is configured as {@code fk.when-unavailable}, then {@link #FAIL}. */
    DEFAULT,
    /** They fail: red is cheaper than a green that tested nothing. */
    FAIL,
    /** They are aborted, which most reports count as skipped. */
    ABORT
}
