package dev.fk.core.database;

import dev.fk.core.plan.DataCheck;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Rows that would make a step of a plan fail.
 *
 * @param step which step, counted from 0
 * @param check what was asked
 * @param count how much was found; {@link DataCheck#COUNTED} and one more means that there is more
 * @param rows the first rows concerned, in the order of the check's labels; absent values are NULL
 */
@API(status = Status.EXPERIMENTAL)
public record DirtyData(int step, DataCheck check, long count, List<List<Optional<String>>> rows) {
    public DirtyData {
        rows = rows.stream().map(List::copyOf).toList();
    }

    /** {@code 3 rows of orders with NULL in customerId}. */
    public String fact() {
        return check.describe(count);
    }

    /** The fact, the first rows, a query that finds all of them and what can be done, a line each. */
    public String describe() {
        return DirtyDataText.of(this);
    }
}
