package dev.fk.core.plan;

import dev.fk.core.dialect.Ddl;
import dev.fk.core.diff.AddOf;
import dev.fk.core.diff.Change;
import dev.fk.core.diff.ChangeSet;
import dev.fk.core.diff.ColumnPosition;
import dev.fk.core.diff.DropOf;
import dev.fk.core.schema.Check;
import dev.fk.core.schema.Column;
import dev.fk.core.schema.Constraint;
import dev.fk.core.schema.Exclusion;
import dev.fk.core.schema.Expression;
import dev.fk.core.schema.ForeignKey;
import dev.fk.core.schema.Generation;
import dev.fk.core.schema.Index;
import dev.fk.core.schema.PrimaryKey;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.schema.Schema;
import dev.fk.core.schema.Table;
import dev.fk.core.schema.UniqueKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Makes of a difference the changes that a server can carry out: with those it does not make by itself, and with columns
 * that it cannot change going and coming again, and what stands on them with them.
 */
final class Rebuild {
    private final Table table;
    private final Set<String> columns;
    private final List<Change> changes;

    private Rebuild(Table table, Set<String> columns, List<Change> changes) {
        this.table = table;
        this.columns = columns;
        this.changes = changes;
    }

    static ChangeSet of(ChangeSet changes, Schema from, Ddl ddl) {
        List<Change> all = new ArrayList<>(changes.changes());
        for (Change change : changes.changes()) {
            from.table(change.subject()).ifPresent(t -> add(ddl.entailed(change, t), all));
        }
        Map<QualifiedName, List<Change>> byTable =
                all.stream().filter(Change.OfTable.class::isInstance).collect(Collectors.groupingBy(Change::subject));
        for (Table table : from.tables().values()) {
            List<Change> own = byTable.getOrDefault(table.name(), List.of());
            Set<String> columns = own.isEmpty() ? Set.of() : ddl.rebuilt(table, own);
            if (!columns.isEmpty()) {
                new Rebuild(table, columns, all).rewrite();
            }
        }
        return new ChangeSet(all);
    }

    /**
     * A column that changes anyway is written whole, the entailed change included; an index that goes or comes anyway does
     * not come anew as well.
     */
    private static void add(List<Change> entailed, List<Change> all) {
        if (entailed.isEmpty()) {
            return;
        }
        List<Change> before = List.copyOf(all);
        for (Change change : entailed) {
            if (change instanceof Change.AlterColumn c
                    && before.stream()
                            .anyMatch(o -> concerns(o, c.table(), c.from().name()))) {
                continue;
            }
            if (before.contains(change)) {
                continue;
            }
            if (change instanceof Change.AddIndex c && before.contains(new Change.DropIndex(c.table(), c.index()))) {
                continue;
            }
            all.add(change instanceof Change.AddIndex c ? renamed(c, all) : change);
        }
    }

    /** The index as it is to be called: it comes under that name, and is not renamed. */
    private static Change.AddIndex renamed(Change.AddIndex back, List<Change> all) {
        for (Change change : List.copyOf(all)) {
            if (change instanceof Change.RenameConstraint c
                    && c.table().equals(back.table())
                    && c.from().equals(back.index())
                    && c.to() instanceof Index to) {
                all.remove(c);
                return new Change.AddIndex(back.table(), to);
            }
        }
        return back;
    }

    private static boolean concerns(Change change, QualifiedName table, String column) {
        return (change instanceof Change.AlterColumn c
                        && c.table().equals(table)
                        && c.from().name().equals(column))
                || (change instanceof Change.DropColumn d
                        && d.table().equals(table)
                        && d.column().name().equals(column));
    }

    private void rewrite() {
        for (Column column : table.columns()) {
            if (columns.contains(column.name())) {
                Column to = wanted(column);
                changes.add(new Change.DropColumn(table.name(), column, ColumnPosition.last()));
                changes.add(new Change.AddColumn(table.name(), to, position(column)));
            }
        }
        table.constraints().filter(this::standsOnThem).forEach(this::detach);
    }

    /** Where it was: behind a column that stays. */
    private ColumnPosition position(Column column) {
        int index = table.columns().indexOf(column);
        if (index == table.columns().size() - 1) {
            return ColumnPosition.last();
        }
        for (int i = index - 1; i >= 0; i--) {
            Column before = table.columns().get(i);
            boolean goes = before.generation() instanceof Generation.Computed
                    || columns.contains(before.name())
                    || changes.stream()
                            .anyMatch(c -> c instanceof Change.DropColumn d
                                    && d.table().equals(table.name())
                                    && d.column().name().equals(before.name()));
            if (!goes) {
                return ColumnPosition.after(before.name());
            }
        }
        return ColumnPosition.atFirst();
    }

    private Column wanted(Column column) {
        for (Change change : List.copyOf(changes)) {
            if (change instanceof Change.AlterColumn c && concerns(c, table.name(), column.name())) {
                changes.remove(c);
                return c.to();
            }
        }
        return column;
    }

    /** Goes and comes again as it is to be, unless it goes anyway. */
    private void detach(Constraint constraint) {
        if (changes.contains(constraint.accept(new DropOf(table.name())))) {
            return;
        }
        Constraint back = constraint;
        for (Change change : List.copyOf(changes)) {
            if (change instanceof Change.RenameConstraint c
                    && c.table().equals(table.name())
                    && c.from().equals(back)) {
                changes.remove(c);
                back = c.to();
            } else if (change instanceof Change.AlterForeignKey c
                    && c.table().equals(table.name())
                    && c.from().equals(back)) {
                changes.remove(c);
                back = c.to();
            }
        }
        changes.add(constraint.accept(new DropOf(table.name())));
        changes.add(back.accept(new AddOf(table.name())));
    }

    private boolean standsOnThem(Constraint constraint) {
        return constraint.accept(new Constraint.Visitor<Boolean>() {
            @Override
            public Boolean primaryKey(PrimaryKey key) {
                return any(key.columns());
            }

            @Override
            public Boolean uniqueKey(UniqueKey key) {
                return any(key.columns());
            }

            @Override
            public Boolean foreignKey(ForeignKey key) {
                return any(key.columns());
            }

            @Override
            public Boolean check(Check check) {
                return mentioned(Stream.of(check.expression()));
            }

            @Override
            public Boolean exclusion(Exclusion exclusion) {
                return mentioned(Stream.of(new Expression(exclusion.definition())));
            }

            @Override
            public Boolean index(Index index) {
                return mentioned(Stream.concat(
                        index.where().stream(), index.parts().stream().map(p -> new Expression(p.text()))));
            }
        });
    }

    private boolean any(List<String> names) {
        return names.stream().anyMatch(columns::contains);
    }

    private boolean mentioned(Stream<Expression> expressions) {
        Set<Expression> all = expressions.collect(Collectors.toSet());
        return columns.stream().anyMatch(c -> all.stream().anyMatch(e -> e.mayMention(c)));
    }
}
