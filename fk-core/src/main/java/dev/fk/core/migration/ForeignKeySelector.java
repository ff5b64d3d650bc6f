package dev.fk.core.migration;

import java.util.List;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Finds a foreign key by its columns. */
@API(status = Status.EXPERIMENTAL)
public record ForeignKeySelector(List<String> columns) {
    public ForeignKeySelector {
        columns = List.copyOf(columns);
    }
}
