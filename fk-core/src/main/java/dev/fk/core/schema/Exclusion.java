package dev.fk.core.schema;

import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * PostgreSQL's exclusion constraint, kept as the server writes it: {@code EXCLUDE USING gist (during WITH &&)}.
 */
@API(status = Status.EXPERIMENTAL)
public record Exclusion(Optional<String> name, String definition) implements Constraint {
    public Exclusion {
        name.ifPresent(n -> Require.identifier(n, "an exclusion constraint"));
    }

    @Override
    public Exclusion withName(Optional<String> other) {
        return new Exclusion(other, definition);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.exclusion(this);
    }
}
