package dev.fk.core.dialect;

import java.util.List;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * What rows may not be beside each other, where that is more than being equal.
 *
 * @param columns the columns that are compared
 * @param condition SQL that is true for a row of the table which another one excludes
 * @param rule the constraint for people
 */
@API(status = Status.EXPERIMENTAL)
public record Exclusivity(List<String> columns, String condition, String rule) {
    public Exclusivity {
        columns = List.copyOf(columns);
    }
}
