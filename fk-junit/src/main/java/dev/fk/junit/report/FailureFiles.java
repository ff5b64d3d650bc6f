package dev.fk.junit.report;

import dev.fk.core.database.Database;
import dev.fk.core.diagram.ErDiagram;
import dev.fk.core.dialect.RowRules;
import dev.fk.core.diff.ChangeSet;
import dev.fk.core.diff.Differ;
import dev.fk.core.plan.Plan;
import dev.fk.core.plan.Planner;
import dev.fk.core.plan.Step;
import dev.fk.core.schema.CanonicalSchema;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.schema.Table;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * What there is to say about the database of a failed test, as files.
 *
 * @param test for people, in one line
 * @param prefix of the files' names
 * @param before the database as the test got it
 * @param after as the test left it
 * @param circumstances in which its statements ran, where a script that repeats them has others; may be empty
 * @param settings everything that is configured, and where
 */
@API(status = Status.INTERNAL)
public record FailureFiles(
        String test,
        String prefix,
        Snapshot before,
        AsLeft after,
        StatementLog log,
        String circumstances,
        String settings) {
    private static final String REPRO = "repro.sql";

    public FailureFiles {
        test = test.replaceAll("\\p{Cntrl}+", " ");
    }

    /** Names and contents. */
    public Map<String, String> all() {
        Map<String, String> files = new LinkedHashMap<>();
        contents().forEach((name, content) -> files.put(prefix + name, content));
        return files;
    }

    private Map<String, String> contents() {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("statements.log", log.toString());
        after.snapshot()
                .ifPresentOrElse(
                        left -> {
                            files.put("schema.sql", schema(left));
                            files.put("diff.txt", difference(left));
                            files.put("diagram.md", diagram(left));
                        },
                        () -> files.put("diff.txt", unseen()));
        files.put(REPRO, repro());
        files.put("settings.txt", settings);
        return files;
    }

    /** Of the same kind, whichever of the two it is. */
    private Database database() {
        return before.database();
    }

    private String unseen() {
        return "What " + test + " changed in its database cannot be seen: " + after.obstacle() + "\n";
    }

    private String schema(Snapshot left) {
        return "-- The tables of " + test + " as it left them, on " + database().server() + ".\n"
                + lines(left.foundations())
                + script(creation(left.schema()));
    }

    private Plan creation(CanonicalSchema schema) {
        return change(nothing(schema), schema);
    }

    /** Without asking the database, which the test may have lost by now. */
    private Plan change(CanonicalSchema from, CanonicalSchema to) {
        return new Planner(database().dialect(), database().server()).plan(Differ.diff(from, to), from);
    }

    private static CanonicalSchema nothing(CanonicalSchema like) {
        return like.restrictedTo(List.of(), List.of());
    }

    private static String script(Plan plan) {
        return plan.steps().stream().map(Step::sql).map(sql -> sql + ";\n").collect(Collectors.joining());
    }

    private String difference(Snapshot left) {
        ChangeSet changes = Differ.diff(before.schema(), left.schema());
        StringBuilder text =
                new StringBuilder("What " + test + " changed in its database, as declared against as left.\n");
        text.append("\ntables:\n");
        if (changes.isEmpty()) {
            text.append("  none\n");
        } else {
            changes.changes()
                    .forEach(c -> text.append("  ").append(c.describe()).append('\n'));
            text.append("\nback to what is declared:\n");
            change(left.schema(), before.schema())
                    .steps()
                    .forEach(s -> text.append("  ").append(s.sql()).append(";\n"));
        }
        text.append("\nrows:\n");
        SortedSet<QualifiedName> tables =
                new TreeSet<>(before.schema().schema().tables().keySet());
        tables.addAll(left.schema().schema().tables().keySet());
        String rows = tables.stream()
                .filter(t -> !count(before, t).equals(count(left, t)))
                .map(t -> "  " + t + ": " + count(before, t) + " → " + count(left, t) + "\n")
                .collect(Collectors.joining());
        return text.append(rows.isEmpty() ? "  as many as before in every table\n" : rows)
                .toString();
    }

    private static Long count(Snapshot snapshot, QualifiedName table) {
        return snapshot.counts().getOrDefault(table, 0L);
    }

    private String diagram(Snapshot left) {
        StringBuilder text = new StringBuilder("# Tables of " + test + "\n\n");
        ErDiagram.ofDifference(before.schema().schema(), left.schema().schema())
                .ifPresent(d -> text.append("What the test changed:\n\n```mermaid\n")
                        .append(d)
                        .append("```\n\nAs it left them:\n\n"));
        return text.append("```mermaid\n")
                .append(ErDiagram.of(left.schema().schema()))
                .append("```\n")
                .toString();
    }

    /** Foreign keys come after the rows, so that their order does not matter. */
    private String repro() {
        CanonicalSchema schema = before.schema();
        CanonicalSchema unlinked = schema.restrictedTo(
                schema.schema().tables().values().stream()
                        .map(t -> t.withForeignKeys(List.of()))
                        .toList(),
                schema.schema().enums().values());
        String rows = rows();
        return "-- " + test + " on " + database().server() + ". Run it in an empty database:\n"
                + "--   " + Clients.command(database().server(), prefix + REPRO) + "\n"
                + "-- The tables as declared; views, triggers and routines are not in it.\n"
                + lines(before.session())
                + lines(before.foundations())
                + (rows.isEmpty() ? script(creation(schema)) : around(script(creation(unlinked)) + rows))
                + (rows.isEmpty() ? "" : script(change(unlinked, schema)))
                + lines(before.generators())
                + "\n-- What the test executed, as far as it used connections of fk's.\n"
                + circumstances.lines().map(l -> "-- " + l + "\n").collect(Collectors.joining())
                + (log.forgotten() == 0 ? "" : "-- " + log.forgotten() + " earlier statements are missing.\n")
                + new Replay(log.statements(), log.lexis(), transactional()).script();
    }

    /** A server that takes DDL back takes back all that it got at once; MySQL and MariaDB do neither. */
    private boolean transactional() {
        return database().hasTransactionalDdl();
    }

    private static String lines(List<String> statements) {
        return statements.stream().map(s -> s + ";\n").collect(Collectors.joining());
    }

    private String around(String inserting) {
        RowRules words = database().dialect().rowRules(database().server());
        return lines(words.insertingAnything()) + inserting + lines(words.insertingAsBefore());
    }

    private String rows() {
        return before.schema().schema().tables().values().stream()
                .map(this::rows)
                .collect(Collectors.joining());
    }

    private String rows(Table table) {
        Rows rows = before.rows().get(table.name());
        if (rows != null) {
            return rows.script();
        }
        long count = count(before, table.name());
        return count == 0 ? "" : "-- " + count + " rows of " + table.name() + " are left out.\n";
    }
}
