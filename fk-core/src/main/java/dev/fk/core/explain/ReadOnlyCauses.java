package dev.fk.core.explain;

import dev.fk.core.dialect.Cause;
import dev.fk.core.dialect.Diagnosis;
import java.util.List;

/** Who only reads where something was to be written. */
record ReadOnlyCauses(Diagnosis diagnosis, Look look) {
    List<Explanation> find() {
        return look.rows(diagnosis.readers()).stream()
                .map(row -> Explanation.of(Cause.READ_ONLY, row.get(0), row.get(1), Fix.none()))
                .toList();
    }
}
