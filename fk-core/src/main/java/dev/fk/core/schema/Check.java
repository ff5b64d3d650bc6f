package dev.fk.core.schema;

import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * A check constraint.
 */
@API(status = Status.EXPERIMENTAL)
public record Check(Optional<String> name, Expression expression, Enforcement enforcement, Options options)
        implements Constraint {
    public Check {
        name.ifPresent(n -> Require.identifier(n, "a check"));
    }

    public static Check of(String name, String expression) {
        return new Check(Optional.of(name), new Expression(expression), Enforcement.ENFORCED, Options.none());
    }

    @Override
    public Check withName(Optional<String> other) {
        return new Check(other, expression, enforcement, options);
    }

    public Check withEnforcement(Enforcement other) {
        return new Check(name, expression, other, options);
    }

    public Check withOptions(Options others) {
        return new Check(name, expression, enforcement, others);
    }

    /** Whether this, as declared, means that one: by its name, or by what it checks if it has none. */
    public boolean means(Check there) {
        return name.isPresent() ? name.equals(there.name()) : expression.equals(there.expression());
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.check(this);
    }
}
