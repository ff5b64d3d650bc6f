package dev.fk.core.schema;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * When a constraint may be checked (SQL:2016, 4.21). The MySQL family knows only {@link #NOT_DEFERRABLE}.
 */
@API(status = Status.EXPERIMENTAL)
public enum Deferrability {
    NOT_DEFERRABLE("NOT DEFERRABLE"),
    INITIALLY_IMMEDIATE("DEFERRABLE INITIALLY IMMEDIATE"),
    INITIALLY_DEFERRED("DEFERRABLE INITIALLY DEFERRED");

    private final String sql;

    Deferrability(String sql) {
        this.sql = sql;
    }

    /** The clause as SQL writes it. */
    public String sql() {
        return sql;
    }
}
