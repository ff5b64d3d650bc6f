package dev.fk.core.schema;

import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * A primary key. The MySQL family calls every one {@code PRIMARY}, whatever was declared.
 */
@API(status = Status.EXPERIMENTAL)
public record PrimaryKey(Optional<String> name, List<String> columns, Deferrability deferrability, Options options)
        implements Constraint {
    public PrimaryKey {
        columns = Require.columns(columns, "a primary key");
    }

    /** An unnamed, not deferrable primary key. */
    public static PrimaryKey of(String... columns) {
        return new PrimaryKey(Optional.empty(), List.of(columns), Deferrability.NOT_DEFERRABLE, Options.none());
    }

    @Override
    public PrimaryKey withName(Optional<String> other) {
        return new PrimaryKey(other, columns, deferrability, options);
    }

    public PrimaryKey withOptions(Options others) {
        return new PrimaryKey(name, columns, deferrability, others);
    }

    public PrimaryKey withDeferrability(Deferrability other) {
        return new PrimaryKey(name, columns, other, options);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.primaryKey(this);
    }
}
