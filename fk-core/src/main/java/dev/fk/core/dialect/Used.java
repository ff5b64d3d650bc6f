package dev.fk.core.dialect;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** What others may use, so that it can neither go nor change without them. */
@API(status = Status.EXPERIMENTAL)
public enum Used {
    COLUMN,
    /** With its row type and what counts for its columns; views as well. */
    TABLE,
    /** Domains as well. */
    TYPE,
    SEQUENCE,
    /** Procedures and aggregates as well. */
    FUNCTION,
    EXTENSION,
    SCHEMA
}
