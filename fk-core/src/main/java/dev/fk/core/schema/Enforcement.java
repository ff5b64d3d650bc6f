package dev.fk.core.schema;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Whether a server checks a constraint: for old and new rows, for new rows only, or not at all.
 */
@API(status = Status.EXPERIMENTAL)
public enum Enforcement {
    ENFORCED,
    /** Checked for new rows; those that were there before have not been looked at (PostgreSQL {@code NOT VALID}). */
    NOT_VALID,
    /** Never checked (PostgreSQL 18, MySQL checks: {@code NOT ENFORCED}). */
    NOT_ENFORCED
}
