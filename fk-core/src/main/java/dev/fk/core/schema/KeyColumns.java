package dev.fk.core.schema;

import java.util.List;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** The columns of primary and unique keys; none of what is neither. */
@API(status = Status.INTERNAL)
public final class KeyColumns {
    private KeyColumns() {}

    public static List<String> of(Constraint constraint) {
        if (constraint instanceof PrimaryKey key) {
            return key.columns();
        }
        return constraint instanceof UniqueKey key ? key.columns() : List.of();
    }
}
