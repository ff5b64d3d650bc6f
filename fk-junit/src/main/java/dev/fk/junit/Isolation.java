package dev.fk.junit;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Who shares a database. */
@API(status = Status.EXPERIMENTAL)
public enum Isolation {
    /** What an enclosing annotation says, then what is configured as {@code fk.isolation}, then {@link #PER_METHOD}. */
    DEFAULT,
    /** Every test method, and every repetition of one, gets its own database in the declared state. */
    PER_METHOD,
    /**
     * The methods of the annotated class, and of the classes nested in it, share one database and see what the others
     * wrote. It is there in {@code @BeforeAll} already.
     */
    PER_CLASS
}
