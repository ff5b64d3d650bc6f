package dev.fk.core.dialect;

import dev.fk.core.schema.QualifiedName;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * What a statement does to a table, or a new type, for which its user needs a right.
 *
 * @param table without a schema in the default one
 */
@API(status = Status.EXPERIMENTAL)
public record Access(QualifiedName table, Kind kind) {
    /** Kinds of access; all but the first two are also the names of privileges. */
    @API(status = Status.EXPERIMENTAL)
    public enum Kind {
        CREATE,
        ALTER_OR_DROP,
        REFERENCES,
        SELECT,
        INSERT,
        UPDATE,
        DELETE,
        TRUNCATE
    }
}
