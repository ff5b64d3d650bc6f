package dev.fk.core.dialect;

import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * What rows get in a column that is added to their table.
 *
 * @param refusesRows whether the server refuses the column if there is any row
 * @param value the SQL for what every row gets; absent where it is not exactly known
 * @param filler in words, what every row gets that nobody has declared, instead of being refused; otherwise absent
 */
@API(status = Status.EXPERIMENTAL)
public record Addition(Effect effect, boolean refusesRows, Optional<String> value, Optional<String> filler) {
    public static Addition refused() {
        return new Addition(Effect.FAILS, true, Optional.empty(), Optional.empty());
    }

    public static Addition unknown(Effect effect) {
        return new Addition(effect, false, Optional.empty(), Optional.empty());
    }

    public static Addition of(String value) {
        return new Addition(Effect.KEEPS, false, Optional.of(value), Optional.empty());
    }

    public Addition filledWith(String other) {
        return new Addition(effect, refusesRows, value, Optional.of(other));
    }
}
