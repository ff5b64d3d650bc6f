package dev.fk.core.schema;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * SQL text that fk does not look into: a default, a check, a generated column, an index predicate.
 */
@API(status = Status.EXPERIMENTAL)
public record Expression(String sql) {
    public Expression {
        if (sql.isBlank()) {
            throw new IllegalArgumentException("An expression needs SQL text, but this one is blank.");
        }
    }

    @Override
    public String toString() {
        return sql;
    }
}
