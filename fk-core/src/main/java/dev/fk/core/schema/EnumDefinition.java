package dev.fk.core.schema;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
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

    /** With another name for one of the labels, at its place. */
    public EnumDefinition withLabel(String from, String to) {
        return withLabels(labels.stream().map(l -> l.equals(from) ? to : l).toList());
    }

    /** Those of the labels that are there more than once, each once. */
    public static List<String> repeated(List<String> labels) {
        Set<String> seen = new HashSet<>();
        return labels.stream().filter(l -> !seen.add(l)).distinct().toList();
    }

    /** Whether the other has the same labels in the same order, and perhaps more between them. */
    public boolean growsInto(EnumDefinition other) {
        return other.labels().stream().filter(labels::contains).toList().equals(labels);
    }
}
