package dev.fk.core.conformance;

import java.util.Optional;

/** How one server's snapshots and our schema values are brought to the same words. */
interface SnapshotWords {
    /** A type as the snapshot or {@code DataType.describe()} spells it. */
    String type(String type, String collation);

    /** A default or predicate; literals in single quotes. */
    String expression(String sql);

    /** The expression of a check; empty for one that is not a check of the user's. */
    Optional<String> check(String definition);

    String autoIncrement(String kind);

    String primaryKey(String name);

    String indexPart(String text);

    String method(String method);

    String action(String action);
}
