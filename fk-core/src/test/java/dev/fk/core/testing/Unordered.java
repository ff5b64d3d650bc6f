package dev.fk.core.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fk.core.schema.Column;
import dev.fk.core.schema.Schema;
import dev.fk.core.schema.Table;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A schema with its lists sorted, for comparing two of them where order carries no meaning. */
public final class Unordered {
    private Unordered() {}

    public static Schema of(Schema schema) {
        return schema.mapTables(Unordered::of);
    }

    /** Fails with both of them, sorted; sorts nothing but the tables that are not the same as they are. */
    public static void assertSame(Schema actual, Schema expected) {
        Schema one = actual.mapTables(t -> isIn(expected, t) ? t : of(t));
        Schema other = expected.mapTables(t -> isIn(actual, t) ? t : of(t));
        if (!one.equals(other)) {
            assertThat(of(actual)).isEqualTo(of(expected));
        }
    }

    private static boolean isIn(Schema schema, Table table) {
        return schema.table(table.name()).filter(table::equals).isPresent();
    }

    private static Table of(Table table) {
        return table.withColumns(table.columns().stream()
                        .sorted(Comparator.comparing(Column::name))
                        .toList())
                .withUniqueKeys(sorted(table.uniqueKeys()))
                .withForeignKeys(sorted(table.foreignKeys()))
                .withIndexes(sorted(table.indexes()))
                .withChecks(sorted(table.checks()))
                .withExclusions(sorted(table.exclusions()));
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
