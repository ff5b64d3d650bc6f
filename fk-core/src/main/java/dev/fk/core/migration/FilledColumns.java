package dev.fk.core.migration;

import dev.fk.core.database.Database;
import dev.fk.core.dialect.Sql;
import dev.fk.core.diff.Change;
import dev.fk.core.diff.ChangeSet;
import dev.fk.core.diff.ColumnPosition;
import dev.fk.core.diff.Patch;
import dev.fk.core.plan.Assessment;
import dev.fk.core.plan.Risk;
import dev.fk.core.plan.Step;
import dev.fk.core.schema.CanonicalSchema;
import dev.fk.core.schema.Column;
import dev.fk.core.schema.Generation;
import dev.fk.core.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Changes among which columns come back that the server refuses to add with their defaults: they come without, are filled,
 * and get the defaults then.
 */
record FilledColumns(Database database, ChangeSet back, CanonicalSchema after) {
    static final Assessment SAFE = new Assessment(Risk.SAFE, "");

    private record Filled(Change.AddColumn added, Sql filling, ColumnPosition bare) {
        Column column() {
            return added.column().withNullable(true).withGeneration(Generation.none());
        }

        Change comes() {
            return new Change.AddColumn(added.table(), column(), bare);
        }

        Change becomes() {
            Change.AlterColumn alter = new Change.AlterColumn(added.table(), column(), added.column());
            return bare.equals(added.position()) ? alter : alter.moving(bare, added.position());
        }
    }

    List<Step> steps() {
        List<Filled> filled = back.ofType(Change.AddColumn.class).stream()
                .flatMap(a -> filled(a).stream())
                .toList();
        if (filled.isEmpty()) {
            return database.plan(back, after).steps();
        }
        ChangeSet coming = new ChangeSet(filled.stream().map(Filled::comes).toList());
        List<Step> steps = new ArrayList<>(database.plan(coming, after).steps());
        filled.forEach(f -> steps.add(new Step(f.filling(), f.comes(), SAFE, List.of())));
        CanonicalSchema bare = database.canonical(Patch.apply(after.schema(), coming));
        database.plan(rest(filled), bare).steps().forEach(s -> steps.add(unasked(s, filled)));
        return steps;
    }

    private Optional<Filled> filled(Change.AddColumn add) {
        Optional<Table> table = after.schema().table(add.table());
        boolean placed = add.position().after().isEmpty()
                || table.flatMap(t -> t.column(add.position().after().get())).isPresent();
        return table.flatMap(t -> database.dialect().filling(t, add.column()))
                .map(s -> new Filled(add, s, placed ? add.position() : ColumnPosition.last()));
    }

    private ChangeSet rest(List<Filled> filled) {
        List<Change> rest = new ArrayList<>();
        for (Change change : back.changes()) {
            rest.add(filled.stream()
                    .filter(f -> f.added().equals(change))
                    .map(Filled::becomes)
                    .findFirst()
                    .orElse(change));
        }
        return new ChangeSet(rest);
    }

    /** Rows are asked before the first step, when there are no such columns. */
    private static Step unasked(Step step, List<Filled> filled) {
        return new Step(
                step.sql(),
                step.source(),
                step.assessment(),
                step.checks().stream()
                        .filter(c -> filled.stream()
                                .noneMatch(f -> f.added().table().equals(c.table())
                                        && c.columns()
                                                .contains(f.added().column().name())))
                        .toList());
    }
}
