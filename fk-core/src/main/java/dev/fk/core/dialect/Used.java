package dev.fk.core.dialect;

/** What others may use, so that it can neither go nor change without them. */
public enum Used {
    COLUMN,
    /** Domains as well. */
    TYPE,
    SEQUENCE,
    SCHEMA
}
