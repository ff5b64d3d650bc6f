package dev.fk.core.testing;

import dev.fk.core.schema.Column;
import dev.fk.core.schema.Schema;
import java.util.Comparator;
import java.util.List;

/** A schema with its lists sorted, for comparing two of them where order carries no meaning. */
public final class Unordered {
    private Unordered() {}

    public static Schema of(Schema schema) {
        return schema.mapTables(t -> t.withColumns(t.columns().stream()
                        .sorted(Comparator.comparing(Column::name))
                        .toList())
                .withUniqueKeys(sorted(t.uniqueKeys()))
                .withForeignKeys(sorted(t.foreignKeys()))
                .withIndexes(sorted(t.indexes()))
                .withChecks(sorted(t.checks()))
                .withExclusions(sorted(t.exclusions())));
    }

    private static <T> List<T> sorted(List<T> values) {
        return values.stream().sorted(Comparator.comparing(Object::toString)).toList();
    }
}
