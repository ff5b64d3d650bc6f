package dev.fk.core.dialect.postgresql;

import dev.fk.core.schema.Column;
import dev.fk.core.schema.ForeignKey;
import dev.fk.core.schema.Index;
import dev.fk.core.schema.Table;
import java.util.Set;

/** The options this dialect knows, each spelt as the manual spells the clause it stands for. */
final class Keys {
    // Tables
    /** What {@code PARTITION BY} says: {@code RANGE (at)}. */
    static final String PARTITION_BY = Table.PARTITION_BY;
    /** The parent, quoted. */
    static final String PARTITION_OF = "partition of";
    /** {@code FOR VALUES FROM (1) TO (2)} or {@code DEFAULT}. */
    static final String PARTITION_BOUND = "partition bound";
    /** The parents in order, quoted. */
    static final String INHERITS = "inherits";

    static final String UNLOGGED = "unlogged";
    static final String ACCESS_METHOD = "access method";

    // Tables, indexes and the keys behind which an index stands
    static final String TABLESPACE = "tablespace";
    /** Storage parameters: {@code fillfactor='70'}. */
    static final String WITH = "with";

    // Columns
    /** The column comes from a parent table; it is not written where the child is created. */
    static final String INHERITED = "inherited";

    static final String STORAGE = "storage";
    static final String COMPRESSION = "compression";
    /** What is unusual about NOT NULL (PostgreSQL 18): {@code NOT VALID} or {@code NO INHERIT}. */
    static final String NOT_NULL = "not null";
    /** What differs from a fresh sequence behind {@code serial}: {@code INCREMENT BY 2}. */
    static final String SEQUENCE = "sequence";

    static final String IDLE_SEQUENCE = Column.IDLE_SEQUENCE;

    // Sequences of identity columns
    static final String START = "start";
    static final String INCREMENT = "increment";
    static final String MINVALUE = "minvalue";
    static final String MAXVALUE = "maxvalue";
    static final String CACHE = "cache";
    static final String CYCLE = "cycle";

    // Keys and indexes
    static final String INCLUDE = "include";
    static final String NULLS_NOT_DISTINCT = "nulls not distinct";
    static final String WITHOUT_OVERLAPS = "without overlaps";
    static final String PERIOD = "period";
    /** A foreign key whose triggers are disabled. */
    static final String SWITCHED_OFF = ForeignKey.SWITCHED_OFF;

    static final String NO_INHERIT = "no inherit";
    /** An index that the server does not use because building it failed. */
    static final String INVALID = Index.INVALID;

    // Parts of an index
    static final String OPCLASS = "opclass";
    static final String COLLATION = "collation";
    static final String NULLS = "nulls";

    static final Set<String> OF_TABLE =
            Set.of(PARTITION_BY, PARTITION_OF, PARTITION_BOUND, INHERITS, UNLOGGED, ACCESS_METHOD, TABLESPACE, WITH);
    static final Set<String> OF_COLUMN = Set.of(INHERITED, STORAGE, COMPRESSION, NOT_NULL, SEQUENCE, IDLE_SEQUENCE);
    static final Set<String> OF_SEQUENCE = Set.of(START, INCREMENT, MINVALUE, MAXVALUE, CACHE, CYCLE);
    static final Set<String> OF_KEY = Set.of(INCLUDE, NULLS_NOT_DISTINCT, WITHOUT_OVERLAPS, WITH, TABLESPACE);
    static final Set<String> OF_FOREIGN_KEY = Set.of(PERIOD, SWITCHED_OFF);
    static final Set<String> OF_CHECK = Set.of(NO_INHERIT);
    static final Set<String> OF_INDEX = Set.of(INCLUDE, NULLS_NOT_DISTINCT, WITH, TABLESPACE, INVALID);
    static final Set<String> OF_INDEX_PART = Set.of(OPCLASS, COLLATION, NULLS);

    private Keys() {}
}
