package dev.fk.core.dialect;

import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * What becomes of the values of a column that gets another type or collation.
 *
 * @param misfit the SQL condition under which the server refuses a value, or takes it for something else without a word;
 *     never true for one that it takes as it is. Absent where nothing but trying can say
 * @param value the SQL for the value afterwards; absent where it is not exactly known
 */
@API(status = Status.EXPERIMENTAL)
public record Conversion(Effect effect, Optional<String> misfit, Optional<String> value) {
    public static Conversion keeps(String value) {
        return new Conversion(Effect.KEEPS, Optional.empty(), Optional.of(value));
    }

    public static Conversion fails() {
        return new Conversion(Effect.FAILS, Optional.empty(), Optional.empty());
    }

    public static Conversion fails(String misfit) {
        return new Conversion(Effect.FAILS, Optional.of(misfit), Optional.empty());
    }

    public static Conversion loses() {
        return new Conversion(Effect.LOSES, Optional.empty(), Optional.empty());
    }

    public Conversion with(Effect other) {
        return new Conversion(other, misfit, value);
    }

    public Conversion withValue(Optional<String> other) {
        return new Conversion(effect, misfit, other);
    }

    public Conversion withoutMisfit() {
        return new Conversion(effect, Optional.empty(), value);
    }
}
