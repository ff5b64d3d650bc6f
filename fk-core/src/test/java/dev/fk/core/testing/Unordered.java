package dev.fk.core.testing;

import dev.fk.core.schema.Column;
import dev.fk.core.schema.Schema;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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
        if (values.size() < 2) {
            return values;
        }
        // A record's toString() takes longer than anything else here.
        Map<T, String> texts = new HashMap<>();
        values.forEach(v -> texts.put(v, v.toString()));
        return values.stream().sorted(Comparator.comparing(texts::get)).toList();
    }
}
