package dev.fk.core.dialect;

import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * What rows get in a column that is added to their table.
 *
 * @param refusesRows whether the server refuses the column if there is any row
 * @param value the SQL for what every row gets; absent where it is not exactly known
 */
@API(status = Status.EXPERIMENTAL)
public record Addition(Effect effect, boolean refusesRows, Optional<String> value) {
    public static Addition refused() {
        return new Addition(Effect.FAILS, true, Optional.empty());
    }

    public static Addition unknown(Effect effect) {
        return new Addition(effect, false, Optional.empty());
    }

    public static Addition of(String value) {
        return new Addition(Effect.KEEPS, false, Optional.of(value));
    }
}
