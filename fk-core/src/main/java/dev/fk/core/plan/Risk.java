package dev.fk.core.plan;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** What a step may do to the data that is there. */
@API(status = Status.EXPERIMENTAL)
public enum Risk {
    /** Succeeds and keeps all data, whatever the rows are. */
    SAFE,
    /** Keeps all data, but fails if rows contradict it. */
    DATA_DEPENDENT,
    /** Loses data that may be there, or breaks a view or trigger that uses what goes. */
    DESTRUCTIVE
}
