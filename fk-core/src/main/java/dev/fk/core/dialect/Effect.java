package dev.fk.core.dialect;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** What a server does to rows that a change meets, from the best to the worst. */
@API(status = Status.EXPERIMENTAL)
public enum Effect {
    /** All rows fit, and none changes. */
    KEEPS,
    /** Refuses rows that do not fit, and keeps those that do. */
    FAILS,
    /** Makes rows fit: rounds, cuts off, replaces. */
    LOSES
}
