package dev.fk.core.schema;

import java.util.List;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * A view, in shape: what it selects is not looked at.
 *
 * @param columns their names, in order
 * @param materialized whether its rows are stored (PostgreSQL)
 */
@API(status = Status.EXPERIMENTAL)
public record View(QualifiedName name, List<String> columns, boolean materialized) {
    public View {
        columns = List.copyOf(columns);
    }
}
