package dev.fk.core.migration;

import dev.fk.core.database.Database;
import dev.fk.core.diff.ChangeSet;
import dev.fk.core.diff.Patch;
import dev.fk.core.plan.Preflight;
import dev.fk.core.plan.Problem;
import dev.fk.core.schema.CanonicalSchema;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.schema.Table;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Only what a call itself adds is refused; what was odd before is not its business. */
record CallCheck(Database database) {
    CanonicalSchema after(CanonicalSchema current, ChangeSet changes) {
        return database.canonical(Patch.apply(current.schema(), changes));
    }

    List<Problem> problems(Set<QualifiedName> tables, CanonicalSchema current, CanonicalSchema after) {
        Set<Problem> problems = new LinkedHashSet<>(problems(tables, after));
        problems.removeAll(problems(tables, current));
        Orphaned orphaned = new Orphaned(current.schema(), after.schema());
        return problems.stream().map(orphaned::told).toList();
    }

    /** Of the tables, and of those whose foreign keys reference them. */
    private List<Problem> problems(Set<QualifiedName> tables, CanonicalSchema schema) {
        List<Table> concerned = schema.schema().tables().values().stream()
                .filter(t -> tables.contains(t.name())
                        || t.foreignKeys().stream().anyMatch(k -> tables.contains(k.referencedTable())))
                .toList();
        CanonicalSchema alone = schema.restrictedTo(concerned, List.of());
        return Preflight.check(alone, schema, database.dialect(), database.server());
    }
}
