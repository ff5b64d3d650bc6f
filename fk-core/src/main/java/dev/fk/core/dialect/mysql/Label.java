package dev.fk.core.dialect.mysql;

/** What a column of an answer is called, in the questions as well. */
enum Label {
    /** Which question the row answers. */
    NUMBER,
    /** The schema of the table, view, sequence or routine. */
    S,
    /** Its name. */
    T,
    /** A column. */
    C,
    /** An index. */
    I,
    /** A constraint or trigger. */
    K,
    /** Where the row stands among those of its table. */
    N,
    /** A partition. */
    P,
    /** The schema, table and column that are referenced. */
    RS,
    RT,
    RC,
    BODY,
    BOUND,
    CLAUSE,
    COLLATION,
    COMMENT,
    COMPUTED,
    DELETE_RULE,
    DFLT,
    DIRECTION,
    ENFORCED,
    ENGINE,
    EVENT,
    EXPRESSION,
    EXTRA,
    HIDDEN,
    KIND,
    LEVEL,
    METHOD,
    NON_UNIQUE,
    NULLABLE,
    OPTIONS,
    PREFIX,
    SRID,
    SUBEXPRESSION,
    SUBMETHOD,
    TIMING,
    TYPE,
    UPDATE_RULE
}
