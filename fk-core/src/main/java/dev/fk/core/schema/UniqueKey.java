package dev.fk.core.schema;

import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * A unique constraint. On the MySQL family unique keys and unique indexes are one thing; fk reads both as this when every
 * part is a whole column.
 *
 * @param options what only one server knows: {@code nulls not distinct}, {@code include}
 */
@API(status = Status.EXPERIMENTAL)
public record UniqueKey(Optional<String> name, List<String> columns, Deferrability deferrability, Options options)
        implements Constraint {
    public UniqueKey {
        columns = Require.columns(columns, "a unique key");
    }

    /** An unnamed, not deferrable unique key. */
    public static UniqueKey of(String... columns) {
        return new UniqueKey(Optional.empty(), List.of(columns), Deferrability.NOT_DEFERRABLE, Options.none());
    }

    @Override
    public UniqueKey withName(Optional<String> other) {
        return new UniqueKey(other, columns, deferrability, options);
    }

    public UniqueKey withOptions(Options others) {
        return new UniqueKey(name, columns, deferrability, others);
    }

    public UniqueKey withDeferrability(Deferrability other) {
        return new UniqueKey(name, columns, other, options);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.uniqueKey(this);
    }
}
