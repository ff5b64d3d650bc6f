package dev.fk.core.explain;

import dev.fk.core.dialect.Sql;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * What to execute so that the failed statement succeeds. Nothing of it is ever executed by fk itself.
 *
 * @param before what comes before it
 * @param instead what takes its place where the statement itself is wrong; absent: the same statement again
 * @param after what completes it
 */
@API(status = Status.EXPERIMENTAL)
public record Fix(List<Sql> before, Optional<Sql> instead, List<Sql> after) {
    public Fix {
        before = List.copyOf(before);
        after = List.copyOf(after);
    }

    /** Nothing: see {@link #isEmpty()}. */
    public static Fix none() {
        return new Fix(List.of(), Optional.empty(), List.of());
    }

    /** The same statement again, behind these. */
    public static Fix before(List<Sql> statements) {
        return new Fix(statements, Optional.empty(), List.of());
    }

    /** Another statement in the place of the failed one. */
    public static Fix instead(String statement) {
        return new Fix(List.of(), Optional.of(new Sql(statement)), List.of());
    }

    /** The same statement again, between these. */
    public static Fix around(List<Sql> before, List<Sql> after) {
        return new Fix(before, Optional.empty(), after);
    }

    /** Whether there is nothing that could be executed: only people can decide what is right here. */
    public boolean isEmpty() {
        return before.isEmpty() && instead.isEmpty() && after.isEmpty();
    }
}
