package dev.fk.junit.provision;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** What somebody wants a database for. */
@API(status = Status.INTERNAL)
public enum Use {
    /** Alone, to do with it whatever they like. */
    ALONE,
    /** Alone, in one transaction that is rolled back; generated keys go on. */
    ROLLED_BACK,
    /** Together with all others who want the same, and none of them writes. */
    READ_ONLY
}
