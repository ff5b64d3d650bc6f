package dev.fk.core.plan;

import dev.fk.core.dialect.Capabilities;
import dev.fk.core.dialect.Consent;
import dev.fk.core.dialect.Dialect;
import dev.fk.core.dialect.IdentifierRules;
import dev.fk.core.dialect.Objection;
import dev.fk.core.dialect.ServerInfo;
import dev.fk.core.diff.Change;
import dev.fk.core.diff.ChangeSet;
import dev.fk.core.diff.Patch;
import dev.fk.core.schema.CanonicalSchema;
import dev.fk.core.schema.EnumDefinition;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.schema.Schema;
import dev.fk.core.schema.SchemaObjects;
import dev.fk.core.schema.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Finds what a server would refuse, or silently change, before any statement runs; all of it at once. Servers report one
 * mistake at a time, and MariaDB reports four different ones in the same words (1005, errno 150).
 */
@API(status = Status.EXPERIMENTAL)
public final class Preflight {
    private Preflight() {}

    /**
     * What is wrong with the wish.
     *
     * @param wish the tables that are to be there
     * @param live the tables that are there; a foreign key of the wish may reference one of them
     */
    public static List<Problem> check(CanonicalSchema wish, CanonicalSchema live, Dialect dialect, ServerInfo server) {
        SortedMap<QualifiedName, Table> tables = new TreeMap<>(live.schema().tables());
        tables.putAll(wish.schema().tables());
        SortedMap<QualifiedName, EnumDefinition> types =
                new TreeMap<>(live.schema().enums());
        types.putAll(wish.schema().enums());
        Schema reachable = new Schema(tables, types);
        List<Problem> problems = new ArrayList<>();
        IdentifierRules names = dialect.identifiers(server);
        Capabilities can = dialect.capabilities(server.version());
        EnumRules enums = new EnumRules(wish.schema(), live.schema());
        for (Table table : wish.schema().tables().values()) {
            problems.addAll(TableRules.check(table, names, can));
            problems.addAll(enums.check(table));
            problems.addAll(against(table, reachable, dialect, server));
        }
        problems.addAll(Namesakes.check(wish.schema().tables().keySet(), reachable, dialect, server));
        return problems;
    }

    /**
     * What would be wrong with foreign keys of tables that nobody declared, once the changes are made: they are set aside
     * for what they stand on to change, and where DDL is not transactional a server that then refuses them leaves them gone.
     *
     * @param declared the tables that the wish has a say in; what is wrong with them, {@link #check} finds
     * @param live the tables that are there; what can be said against those already is not said again
     */
    public static List<Problem> bystanders(
            ChangeSet changes, Set<QualifiedName> declared, CanonicalSchema live, Dialect dialect, ServerInfo server) {
        Set<QualifiedName> touched = new HashSet<>();
        changes.changes().forEach(c -> touched.add(c.subject()));
        Schema before = live.schema();
        List<Table> concerned = before.tables().values().stream()
                .filter(t -> !declared.contains(t.name()))
                .filter(t -> t.foreignKeys().stream().anyMatch(k -> touched.contains(k.referencedTable())))
                .toList();
        List<Problem> problems = new ArrayList<>();
        if (!concerned.isEmpty()) {
            Schema after = Patch.apply(before, changes);
            for (Table table : concerned) {
                List<Problem> found = against(table, after, dialect, server);
                found.removeAll(against(table, before, dialect, server));
                found.forEach(p -> problems.add(new Problem(
                        p.code(),
                        p.table(),
                        p.columns(),
                        p.fact(),
                        p.remedy() + " " + table.name()
                                + " is not one of the tables of this sync and is left as it is.")));
            }
        }
        return problems;
    }

    /** What is wrong with changes of tables that are there by themselves, though new tables may have such columns. */
    public static List<Problem> additions(ChangeSet changes, Dialect dialect) {
        List<Problem> problems = new ArrayList<>();
        for (Change.AddColumn add : changes.ofType(Change.AddColumn.class)) {
            for (Objection o : dialect.objectionsToAdding(add.table(), add.column())) {
                problems.add(problem(add.table(), o));
            }
        }
        for (Change change : changes.changes()) {
            dialect.objectionsTo(change).forEach(o -> problems.add(problem(change.subject(), o)));
        }
        return problems;
    }

    /** What is wrong with taking columns away, or their names, from what else stands in their tables afterwards. */
    public static List<Problem> removals(ChangeSet changes, Schema before, Dialect dialect) {
        List<Change> taking = changes.changes().stream()
                .filter(c -> c instanceof Change.DropColumn || c instanceof Change.RenameColumn)
                .toList();
        if (taking.isEmpty()) {
            return List.of();
        }
        Schema after = Patch.apply(before, changes);
        List<Problem> problems = new ArrayList<>();
        for (Change change : taking) {
            boolean renamed = change instanceof Change.RenameColumn;
            String column = change instanceof Change.RenameColumn rename
                    ? rename.from()
                    : ((Change.DropColumn) change).column().name();
            (renamed ? before : after)
                    .table(change.subject())
                    .filter(t -> renamed || t.column(column).isEmpty())
                    .ifPresent(t -> dialect.objectionsToTaking(t, column, renamed)
                            .forEach(o -> problems.add(problem(t.name(), o))));
        }
        return problems;
    }

    /** The changes that need the consent of the session, of each table the first; with what is to be said if it lacks. */
    public static Map<Change, Problem> needing(Consent consent, ChangeSet changes, Schema before) {
        Map<Change, Problem> needing = new LinkedHashMap<>();
        Set<QualifiedName> tables = new HashSet<>();
        for (Change change : changes.changes()) {
            before.table(change.subject())
                    .filter(t -> consent.isNeeded(change, t) && tables.add(t.name()))
                    .ifPresent(t -> needing.put(change, problem(t.name(), consent.missing(t))));
        }
        return needing;
    }

    /** Tables that cannot be created, because a view or a sequence has the name. */
    public static Map<Change, Problem> taken(List<Change.CreateTable> created, SchemaObjects there, ServerInfo server) {
        Map<QualifiedName, String> kinds = new HashMap<>();
        there.sequences().forEach(s -> kinds.put(s.name(), "sequence"));
        there.views().forEach(v -> kinds.put(v.name(), "view"));
        Map<Change, Problem> taken = new LinkedHashMap<>();
        for (Change.CreateTable change : created) {
            String kind = kinds.get(change.subject());
            if (kind != null) {
                taken.put(change, taken(change.subject(), kind, server));
            }
        }
        return taken;
    }

    private static Problem taken(QualifiedName table, String kind, ServerInfo server) {
        return new Problem(
                "FK109",
                table,
                List.of(),
                table + " is the name of a " + kind + ", and " + server + " takes a name once for tables and " + kind
                        + "s",
                "Give the table another name, leave its model out, or drop the " + kind + " first.");
    }

    /** What the server has been asked. */
    public static List<Problem> problems(Map<QualifiedName, List<Objection>> objections) {
        List<Problem> problems = new ArrayList<>();
        objections.forEach((table, all) -> all.forEach(o -> problems.add(problem(table, o))));
        return problems;
    }

    /** The problems, and those of the others that are not said among them already. */
    public static List<Problem> with(List<Problem> problems, List<Problem> others) {
        List<Problem> all = new ArrayList<>(problems);
        others.stream()
                .filter(o -> problems.stream()
                        .noneMatch(p -> p.code().equals(o.code())
                                && p.table().equals(o.table())
                                && p.columns().equals(o.columns())))
                .forEach(all::add);
        return all;
    }

    private static List<Problem> against(Table table, Schema reachable, Dialect dialect, ServerInfo server) {
        List<Problem> problems = new ArrayList<>(new ForeignKeyRules(reachable, dialect, server).check(table));
        for (Objection o : dialect.objections(table, reachable, server)) {
            problems.add(problem(table.name(), o));
        }
        return problems;
    }

    private static Problem problem(QualifiedName table, Objection objection) {
        return new Problem(objection.code(), table, objection.columns(), objection.fact(), objection.remedy());
    }
}
