package dev.fk.core.schema;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * How a foreign key treats rows in which only some of its columns are null (SQL:2016, 11.8).
 */
@API(status = Status.EXPERIMENTAL)
public enum MatchType {
    /** A row with any null is not checked; every server's default. */
    SIMPLE,
    /** Either all columns are null or none is. */
    FULL,
    /** Standard, but implemented by no server that fk knows; read from catalogs only. */
    PARTIAL
}
