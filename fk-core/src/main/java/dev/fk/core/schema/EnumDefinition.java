package dev.fk.core.schema;

import java.util.List;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * A named enum type with its labels in order; PostgreSQL keeps them apart from tables ({@code CREATE TYPE … AS ENUM}).
 */
@API(status = Status.EXPERIMENTAL)
public record EnumDefinition(QualifiedName name, List<String> labels) {
    public EnumDefinition {
        labels = List.copyOf(labels);
    }

    public EnumDefinition withLabels(List<String> others) {
        return new EnumDefinition(name, others);
    }
}
