package dev.fk.core.dialect;

import dev.fk.core.schema.CanonicalSchema;
import dev.fk.core.schema.ForeignKey;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.schema.ReferentialAction;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The actions of one foreign key in the catalog's own words. A canonical schema has one word for two that mean the same
 * to the server; here they are still apart.
 */
@API(status = Status.EXPERIMENTAL)
public record ReportedActions(
        QualifiedName table, Optional<String> name, ReferentialAction onDelete, ReferentialAction onUpdate) {
    /** Where the canonical form folds nothing, it has the catalog's words. */
    static List<ReportedActions> of(CanonicalSchema read) {
        return read.schema().tables().values().stream()
                .flatMap(t -> t.foreignKeys().stream().map(f -> of(t.name(), f)))
                .toList();
    }

    private static ReportedActions of(QualifiedName table, ForeignKey key) {
        return new ReportedActions(table, key.name(), key.onDelete(), key.onUpdate());
    }

    /** Whether it is this foreign key that they are said of. */
    public boolean areOf(QualifiedName owner, ForeignKey key) {
        return table.equals(owner) && name.equals(key.name());
    }
}
