package dev.fk.core.migration;

import dev.fk.core.database.Database;
import dev.fk.core.dialect.Belonging;
import dev.fk.core.diff.Change;
import dev.fk.core.diff.ChangeSet;
import dev.fk.core.diff.ColumnPosition;
import dev.fk.core.diff.Differ;
import dev.fk.core.plan.Step;
import dev.fk.core.schema.CanonicalSchema;
import dev.fk.core.schema.Table;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The opposite of a call, found right after it from what the catalog says now and said before: so that names given by the
 * server are known, and a call of which only a part ran is taken back as far as it ran.
 *
 * @param belongings what belonged to the tables before it
 */
record Undo(Database database, ChangeSet changes, CanonicalSchema before, List<Belonging> belongings) {
    List<Step> steps(CanonicalSchema after) {
        ChangeSet back = renames() ? inverse(after) : difference(after);
        List<Step> steps = new ArrayList<>();
        List<Belonging> lost = lost();
        lost.stream().filter(Belonging::isNeeded).forEach(b -> steps.addAll(again(b)));
        steps.addAll(new FilledColumns(database, back, after).steps());
        lost.stream().filter(b -> !b.isNeeded()).forEach(b -> steps.addAll(again(b)));
        return steps;
    }

    private List<Belonging> lost() {
        List<Belonging> lost = new ArrayList<>(belongings);
        if (!lost.isEmpty()) {
            lost.removeAll(database.planner().belongings(changes));
        }
        return lost;
    }

    private List<Step> again(Belonging lost) {
        return lost.again().stream()
                .map(sql -> new Step(sql, changes.changes().get(0), FilledColumns.SAFE, List.of()))
                .toList();
    }

    Undo withBefore(CanonicalSchema other) {
        return new Undo(database, changes, other, belongings);
    }

    /** A difference would drop the one name and add the other. */
    private boolean renames() {
        return changes.changes().stream().anyMatch(Operations::renames);
    }

    private ChangeSet inverse(CanonicalSchema after) {
        List<Change> back = new ArrayList<>();
        if (!after.equals(before)) {
            changes.changes().forEach(c -> back.add(c.inverse()));
            Collections.reverse(back);
        }
        return new ChangeSet(back);
    }

    private ChangeSet difference(CanonicalSchema after) {
        List<Change> back = new ArrayList<>(Differ.diff(after, before).changes().stream()
                .map(c -> c instanceof Change.AddColumn add
                        ? new Change.AddColumn(add.table(), add.column(), position(add))
                        : c)
                .toList());
        changes.ofType(Change.AlterColumn.class).stream()
                .filter(c -> c.move().isPresent() && hasMoved(c, after))
                .forEach(c -> moveBack(c, back, after));
        return new ChangeSet(back);
    }

    private boolean hasMoved(Change.AlterColumn change, CanonicalSchema after) {
        return !names(after, change).equals(names(before, change));
    }

    private static List<String> names(CanonicalSchema schema, Change.AlterColumn change) {
        return schema.schema().table(change.table()).map(Table::columnNames).orElse(List.of());
    }

    /** Comparing does not see positions. */
    private static void moveBack(Change.AlterColumn change, List<Change> back, CanonicalSchema after) {
        Change.AlterColumn.Move move = change.move().orElseThrow();
        String name = change.to().name();
        for (int i = 0; i < back.size(); i++) {
            if (back.get(i) instanceof Change.AlterColumn alter
                    && alter.table().equals(change.table())
                    && alter.to().name().equals(name)) {
                back.set(i, alter.moving(move.to(), move.from()));
                return;
            }
        }
        after.schema()
                .table(change.table())
                .flatMap(t -> t.column(name))
                .ifPresent(c -> back.add(new Change.AlterColumn(change.table(), c, c).moving(move.to(), move.from())));
    }

    /** Of several that went from behind the same column, only comparing tells which was first. */
    private ColumnPosition position(Change.AddColumn add) {
        List<Change.DropColumn> drops = changes.ofType(Change.DropColumn.class).stream()
                .filter(d -> d.table().equals(add.table()))
                .toList();
        return drops.stream()
                .filter(d -> d.column().name().equals(add.column().name()))
                .map(Change.DropColumn::position)
                .filter(p -> drops.stream().filter(d -> d.position().equals(p)).count() == 1)
                .findFirst()
                .orElse(add.position());
    }
}
