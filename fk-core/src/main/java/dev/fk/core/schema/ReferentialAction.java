package dev.fk.core.schema;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * What a foreign key does to the referencing rows when the referenced key is deleted or updated (SQL:2016, 11.8).
 */
@API(status = Status.EXPERIMENTAL)
public enum ReferentialAction {
    /** Refuses, checked at the end of the statement, or of the transaction when the constraint is deferred. */
    NO_ACTION("NO ACTION"),
    /** Refuses at once. InnoDB treats it as {@link #NO_ACTION}, PostgreSQL never defers it. */
    RESTRICT("RESTRICT"),
    CASCADE("CASCADE"),
    SET_NULL("SET NULL"),
    SET_DEFAULT("SET DEFAULT");

    private final String sql;

    ReferentialAction(String sql) {
        this.sql = sql;
    }

    /** The action as SQL writes it, {@code SET NULL}. */
    public String sql() {
        return sql;
    }

    @Override
    public String toString() {
        return sql;
    }
}
