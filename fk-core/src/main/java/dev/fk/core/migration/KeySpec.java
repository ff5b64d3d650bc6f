package dev.fk.core.migration;

import dev.fk.core.schema.Constraint;
import dev.fk.core.schema.Deferrability;
import dev.fk.core.schema.Options;
import dev.fk.core.schema.PrimaryKey;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.schema.UniqueKey;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** A primary or unique key to be added. */
@API(status = Status.EXPERIMENTAL)
public record KeySpec(Kind kind, Optional<String> name, List<String> columns, Deferrability deferrability)
        implements ConstraintSpec {
    /** Which of the two. */
    public enum Kind {
        PRIMARY,
        UNIQUE
    }

    public KeySpec {
        columns = List.copyOf(columns);
    }

    public KeySpec named(String other) {
        return new KeySpec(kind, Optional.of(other), columns, deferrability);
    }

    public KeySpec deferrable(Deferrability other) {
        return new KeySpec(kind, name, columns, other);
    }

    @Override
    public Constraint on(QualifiedName table) {
        String prefix = table.name() + "_" + String.join("_", columns);
        return kind == Kind.PRIMARY
                ? new PrimaryKey(Optional.of(name.orElse(prefix + "_pk")), columns, deferrability, Options.none())
                : new UniqueKey(Optional.of(name.orElse(prefix + "_uk")), columns, deferrability, Options.none());
    }
}
