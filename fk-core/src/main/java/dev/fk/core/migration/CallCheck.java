package dev.fk.core.migration;

import dev.fk.core.database.Database;
import dev.fk.core.diff.ChangeSet;
import dev.fk.core.diff.Patch;
import dev.fk.core.plan.Preflight;
import dev.fk.core.plan.Problem;
import dev.fk.core.schema.CanonicalSchema;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.schema.Schema;
import dev.fk.core.schema.Table;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Only what a call itself adds is refused; what was odd before is not its business. */
record CallCheck(Database database) {
    /** What the changes leave as it is needs no bringing into a form that it has. */
    CanonicalSchema after(CanonicalSchema current, ChangeSet changes) {
        Schema patched = Patch.apply(current.schema(), changes);
        if (Lookup.isCaseIgnored(database)) {
            return database.canonical(patched);
        }
        List<Table> changed = patched.tables().values().stream()
                .filter(t -> !t.equals(current.schema().tables().get(t.name())))
                .toList();
        Schema canonical =
                database.canonical(Schema.of(changed, patched.enums().values())).schema();
        SortedMap<QualifiedName, Table> all = new TreeMap<>(patched.tables());
        all.putAll(canonical.tables());
        return current.restrictedTo(all.values(), canonical.enums().values());
    }

    List<Problem> problems(
            Set<QualifiedName> named, CanonicalSchema current, ChangeSet changes, CanonicalSchema after) {
        Set<QualifiedName> tables = named.stream()
                .map(t -> Lookup.asSpelt(t, database, after::schema))
                .collect(Collectors.toSet());
        Set<Problem> problems = new LinkedHashSet<>(problems(tables, after));
        problems.removeAll(problems(tables, current));
        List<Problem> examined = database.planner()
                .examined(
                        tables.stream()
                                .flatMap(t -> after.schema().table(t).stream())
                                .toList(),
                        current.schema());
        List<Problem> known = List.copyOf(problems);
        problems.addAll(Preflight.with(known, examined));
        problems.addAll(Preflight.additions(changes, database.dialect()));
        problems.addAll(Preflight.removals(changes, current.schema(), database.dialect()));
        problems.addAll(new NeededIndexes(current.schema(), changes, after.schema()).problems());
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
        return Preflight.check(alone, reachable(alone, schema), database.dialect(), database.server());
    }

    /** With the tables of other schemas that foreign keys reference and that are not in view. */
    private CanonicalSchema reachable(CanonicalSchema alone, CanonicalSchema schema) {
        Set<String> others =
                schema.schema().unseenSchemas(alone.schema().tables().values());
        if (others.isEmpty()) {
            return schema;
        }
        SortedMap<QualifiedName, Table> tables = new TreeMap<>(
                database.withScope(database.scope().and(others)).read().schema().tables());
        tables.putAll(schema.schema().tables());
        return schema.restrictedTo(tables.values(), schema.schema().enums().values());
    }
}
