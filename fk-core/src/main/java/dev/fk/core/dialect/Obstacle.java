package dev.fk.core.dialect;

import dev.fk.core.schema.QualifiedName;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * What the server refuses a change for the sake of: a view, a policy, a function.
 *
 * @param name for people: {@code view totals}
 * @param owner the table it belongs to, and goes with; absent if it stands by itself
 * @param column the column of that table that it is part of, and goes with
 * @param away the statement that takes it out of the way; absent if that is for people to decide
 * @param again the statements that bring it back as it was
 */
@API(status = Status.EXPERIMENTAL)
public record Obstacle(
        String name, Optional<QualifiedName> owner, Optional<String> column, Optional<Sql> away, List<Sql> again) {
    public Obstacle {
        again = List.copyOf(again);
    }
}
