package dev.fk.core.rule;

import dev.fk.core.dialect.Capabilities;
import dev.fk.core.dialect.Dialect;
import dev.fk.core.dialect.IdentifierRules.Case;
import dev.fk.core.dialect.NameRules;
import dev.fk.core.dialect.ServerInfo;
import dev.fk.core.diff.Change;
import dev.fk.core.diff.ChangeSet;
import dev.fk.core.diff.Patch;
import dev.fk.core.plan.Planner;
import dev.fk.core.plan.Preflight;
import dev.fk.core.plan.Problem;
import dev.fk.core.plan.Step;
import dev.fk.core.schema.CanonicalSchema;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.schema.Schema;
import dev.fk.core.schema.Table;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * A schema that rules are checked on, and the server whose schema it is, or would be: {@code new
 * Target(database.read(), database.dialect(), database.server())}.
 */
@API(status = Status.EXPERIMENTAL)
public record Target(CanonicalSchema catalog, Dialect dialect, ServerInfo server) {
    public Schema schema() {
        return catalog.schema();
    }

    /** A partition is looked at with its table: what it has is that table's. */
    public Collection<Table> tables() {
        return schema().tables().values().stream()
                .filter(t -> !isPartOfAnother(t))
                .toList();
    }

    private boolean isPartOfAnother(Table table) {
        return dialect.isPartition(table)
                && dialect.parents(table).stream()
                        .anyMatch(p -> schema().table(p).isPresent());
    }

    public Capabilities capabilities() {
        return dialect.capabilities(server.version());
    }

    /** What this server does to names. */
    public NameRules names() {
        return dialect.names(server);
    }

    /** Whether the server takes the name for that table's. */
    boolean isCalled(QualifiedName table, String name) {
        Case spelling = dialect.identifiers(server).tables();
        return spelling.key(table.toString()).equals(spelling.key(name));
    }

    /** Whether the server takes the names for those of these columns, in this order. */
    boolean areCalled(List<String> columns, List<String> names) {
        Case spelling = dialect.identifiers(server).columns();
        return columns.stream()
                .map(spelling::key)
                .toList()
                .equals(names.stream().map(spelling::key).toList());
    }

    /** The steps of the first of these changes that the server would take and carry out; none if it would none. */
    List<Step> fix(List<List<Change>> alternatives) {
        return alternatives.stream()
                .map(this::stepsOf)
                .filter(s -> !s.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private List<Step> stepsOf(List<Change> changes) {
        try {
            ChangeSet set = new ChangeSet(changes);
            if (isRefused(set)) {
                return List.of();
            }
            return new Planner(dialect, server).plan(set, catalog).steps();
        } catch (IllegalStateException | IllegalArgumentException | UnsupportedOperationException noStatement) {
            return List.of();
        }
    }

    /** Whether a table that is touched would have a problem afterwards that it does not have now. */
    private boolean isRefused(ChangeSet changes) {
        Set<QualifiedName> touched =
                changes.changes().stream().map(Change::subject).collect(Collectors.toSet());
        Set<String> then = problems(Patch.apply(schema(), changes), touched);
        then.removeAll(problems(schema(), touched));
        return !then.isEmpty();
    }

    private Set<String> problems(Schema all, Set<QualifiedName> touched) {
        List<Table> tables = all.tables().values().stream()
                .filter(t -> touched.contains(t.name()))
                .toList();
        CanonicalSchema wish = dialect.canonicalizer(server)
                .canonical(Schema.of(tables, all.enums().values()));
        CanonicalSchema live =
                catalog.restrictedTo(all.tables().values(), all.enums().values());
        return Preflight.check(wish, live, dialect, server).stream()
                .map(Problem::fact)
                .collect(Collectors.toCollection(HashSet::new));
    }
}
