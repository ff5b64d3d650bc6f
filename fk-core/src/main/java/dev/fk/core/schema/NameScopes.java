package dev.fk.core.schema;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Of what a server takes a name once in a schema, whatever the tables; of the rest, once in a table.
 *
 * @param indexes also keys and exclusion constraints, behind which an index stands
 */
@API(status = Status.EXPERIMENTAL)
public record NameScopes(boolean foreignKeys, boolean checks, boolean indexes) {
    static final NameScopes UNKNOWN = new NameScopes(true, true, true);

    /** Whether a constraint of one table may need a name that one of another table has. */
    public boolean arePerSchema(Constraint constraint) {
        return constraint instanceof ForeignKey ? foreignKeys : constraint instanceof Check ? checks : indexes;
    }
}
