package dev.fk.core.dialect;

import java.util.List;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * What a unique key or index compares.
 *
 * @param values SQL over the columns of the table; two rows collide where GROUP BY would put them together
 * @param nullsDistinct whether rows with a NULL among these values never collide
 */
@API(status = Status.EXPERIMENTAL)
public record Uniqueness(List<String> values, boolean nullsDistinct) {
    public Uniqueness {
        values = List.copyOf(values);
    }
}
