package dev.fk.core.explain.session;

import dev.fk.core.dialect.Cause;
import dev.fk.core.dialect.Diagnosis;
import dev.fk.core.explain.Explanation;
import dev.fk.core.explain.Fix;
import dev.fk.core.explain.Look;
import java.util.List;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Who only reads where something was to be written. */
@API(status = Status.INTERNAL)
public record ReadOnlyCauses(Diagnosis diagnosis, Look look) {
    public List<Explanation> find() {
        return look.rows(diagnosis.readers()).stream()
                .map(row -> Explanation.of(Cause.READ_ONLY, row.get(0), row.get(1), Fix.none()))
                .toList();
    }
}
