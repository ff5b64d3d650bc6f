package dev.fk.core.migration;

import dev.fk.core.schema.Check;
import dev.fk.core.schema.Enforcement;
import dev.fk.core.schema.Expression;
import dev.fk.core.schema.Options;
import dev.fk.core.schema.QualifiedName;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** A check to be added. */
@API(status = Status.EXPERIMENTAL)
public record CheckSpec(Optional<String> name, Expression expression, List<String> columns) implements ConstraintSpec {
    public CheckSpec {
        columns = List.copyOf(columns);
    }

    public CheckSpec named(String other) {
        return new CheckSpec(Optional.of(other), expression, columns);
    }

    @Override
    public Check on(QualifiedName table) {
        String byDefault =
                columns.isEmpty() ? table.name() + "_ck" : table.name() + "_" + String.join("_", columns) + "_ck";
        return new Check(Optional.of(name.orElse(byDefault)), expression, Enforcement.ENFORCED, Options.none());
    }
}
