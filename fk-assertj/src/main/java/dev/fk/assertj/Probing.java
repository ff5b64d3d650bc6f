package dev.fk.assertj;

import dev.fk.assertj.catalog.Snapshot;
import dev.fk.core.probe.Prober;
import dev.fk.core.schema.QualifiedName;
import java.util.LinkedHashMap;
import java.util.Map;

/** How a chain wants its foreign key to be tried out. */
record Probing(Map<QualifiedName, Map<String, Object>> rows, boolean onCopy) {
    static Probing usual() {
        return new Probing(Map.of(), false);
    }

    Probing withRow(QualifiedName table, Map<String, ?> values) {
        Map<QualifiedName, Map<String, Object>> more = new LinkedHashMap<>(rows);
        more.put(table, new LinkedHashMap<>(values));
        return new Probing(more, onCopy);
    }

    Probing copying() {
        return new Probing(rows, true);
    }

    Prober prober(Snapshot snapshot) {
        Prober prober = Prober.of(snapshot.database(), snapshot.catalog());
        for (Map.Entry<QualifiedName, Map<String, Object>> row : rows.entrySet()) {
            prober = prober.withRow(row.getKey(), literals(snapshot, row.getValue()));
        }
        return onCopy ? prober.onCopy() : prober;
    }

    private static Map<String, String> literals(Snapshot snapshot, Map<String, Object> values) {
        Map<String, String> literals = new LinkedHashMap<>();
        values.forEach((column, value) -> literals.put(
                column,
                value instanceof Number || value instanceof Boolean
                        ? value.toString()
                        : snapshot.database()
                                .dialect()
                                .probeRules(snapshot.database().server())
                                .literal(value.toString())));
        return literals;
    }
}
