package dev.fk.junit.provision;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Why a database is as its template is. */
@API(status = Status.INTERNAL)
public enum Origin {
    /** It was just copied. */
    COPIED,
    /** Whoever had it before has changed nothing. */
    UNTOUCHED,
    /** What whoever had it before has changed was undone. */
    CLEANED
}
