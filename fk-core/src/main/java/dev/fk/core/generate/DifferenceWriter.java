package dev.fk.core.generate;

import dev.fk.core.diff.Change;
import dev.fk.core.diff.ChangeSet;
import dev.fk.core.schema.CanonicalSchema;
import dev.fk.core.schema.EnumDefinition;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.schema.Schema;
import dev.fk.core.schema.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Writes migrations that make the changes between two schemas. They can be undone like any other, as fk knows the opposite
 * of each call. A rename cannot be told from a loss and an addition: where it might have been one, a comment says so.
 *
 * @param from the schema as it is
 * @param canonical how the server would report a declared schema
 * @param parents the tables whose columns a table has, and without which it cannot be created, as its dialect knows them
 */
@API(status = Status.EXPERIMENTAL)
public record DifferenceWriter(
        Schema from, Function<Schema, CanonicalSchema> canonical, Function<Table, List<QualifiedName>> parents) {

    /**
     * @param remarks what else has to be told, a comment line each
     */
    public MigrationClass write(
            String packageName, String className, String id, ChangeSet changes, List<String> remarks) {
        List<String> body = new ArrayList<>();
        Stream.concat(remarks.stream(), renames(changes)).forEach(r -> body.add(JavaText.comment(r)));
        List<Call> calls = calls(changes);
        if (calls.size() == 1 || onlyCreates(changes)) {
            calls.forEach(c -> body.addAll(lines("q", c)));
        } else {
            body.add("q.together(all -> {");
            calls.forEach(c -> lines("all", c).forEach(l -> body.add("    " + l)));
            body.add("});");
        }
        Set<String> imports = Imports.of(body);
        return new MigrationClass(packageName, className, id, body, imports);
    }

    /** Whether a class of this name would hide one that the source needs. */
    public static boolean isTaken(String className) {
        return Imports.isTaken(className);
    }

    /** Tables in an order in which each can be created by itself. */
    private boolean onlyCreates(ChangeSet changes) {
        return changes.changes().stream()
                        .allMatch(c -> c instanceof Change.CreateTable || c instanceof Change.CreateEnum)
                && CreationOrder.of(changes.ofType(Change.CreateTable.class), parents)
                        .isComplete();
    }

    private record Call(QualifiedName subject, String text) {}

    private List<Call> calls(ChangeSet changes) {
        Map<QualifiedName, List<String>> enums = new TreeMap<>();
        changes.ofType(Change.CreateEnum.class).stream()
                .map(Change.CreateEnum::definition)
                .forEach((EnumDefinition e) -> enums.put(e.name(), e.labels()));
        Calls writer = new Calls(changes, from, new Types(canonical, enums));
        List<Change> ordered = new ArrayList<>(
                changes.filter(c -> !(c instanceof Change.CreateTable)).changes());
        ordered.addAll(CreationOrder.of(changes.ofType(Change.CreateTable.class), parents)
                .tables());
        ordered.sort(Comparator.comparingInt(Rank::of));
        return ordered.stream()
                .flatMap(c -> c.accept(writer).stream().map(text -> new Call(c.subject(), text)))
                .toList();
    }

    private static List<String> lines(String receiver, Call call) {
        String schema = call.subject()
                .schema()
                .map(s -> ".inSchema(" + JavaText.literal(s) + ")")
                .orElse("");
        return List.of((receiver + schema + "." + call.text() + ";").split("\n", -1));
    }

    /** A column that goes while one of the same type comes. */
    private static Stream<String> renames(ChangeSet changes) {
        return changes.ofType(Change.DropColumn.class).stream()
                .flatMap(drop -> changes.ofType(Change.AddColumn.class).stream()
                        .filter(add -> add.table().equals(drop.table())
                                && add.column().type().equals(drop.column().type()))
                        .map(add -> "If " + drop.table() + "." + drop.column().name() + " is only called "
                                + add.column().name() + " now, write q.renameColumn("
                                + JavaText.literal(drop.table().name())
                                + ", " + JavaText.literal(drop.column().name()) + ", "
                                + JavaText.literal(add.column().name()) + ") instead: its values stay."));
    }
}
