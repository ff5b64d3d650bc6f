package dev.fk.core.explain.definition;

import dev.fk.core.dialect.Cause;
import dev.fk.core.dialect.Sql;
import dev.fk.core.diff.Change;
import dev.fk.core.diff.ColumnPosition;
import dev.fk.core.explain.Explanation;
import dev.fk.core.explain.Fix;
import dev.fk.core.explain.situation.Described;
import dev.fk.core.explain.situation.Situation;
import dev.fk.core.explain.statement.Clause;
import dev.fk.core.schema.Column;
import dev.fk.core.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The computed columns that need a column of their table which should go. */
record ComputedCauses(Situation situation) {
    List<Explanation> find() {
        if (!situation.reported().contains(Cause.USED_BY_COMPUTED_COLUMN)) {
            return List.of();
        }
        return situation.statement().table().flatMap(situation::table).stream()
                .flatMap(t -> Stream.concat(needed(t).stream(), retyped(t)))
                .toList();
    }

    /** PostgreSQL gives no other type to what a column is computed from. */
    private Stream<Explanation> retyped(Table table) {
        return situation
                .statement()
                .clauses(Clause.ColumnDefinition.class)
                .filter(d -> d.type().isPresent())
                .flatMap(d -> d.old().stream())
                .map(o -> situation.column(table, o))
                .flatMap(c -> retyped(table, c).stream());
    }

    private Optional<Explanation> retyped(Table table, String column) {
        List<Column> computed = table.columns().stream()
                .filter(c -> c.mayBeComputedFrom(column))
                .toList();
        String names = computed.stream().map(Column::name).collect(Collectors.joining(", "));
        boolean free = computed.stream().allMatch(c -> isFree(table, c));
        List<Sql> drops = new ArrayList<>();
        List<Sql> again = new ArrayList<>();
        for (Column c : computed) {
            drops.addAll(situation.ddl(new Change.DropColumn(table.name(), c, ColumnPosition.last())));
            again.addAll(situation.ddl(new Change.AddColumn(table.name(), c, ColumnPosition.last())));
        }
        boolean one = computed.size() == 1;
        return computed.isEmpty()
                ? Optional.empty()
                : Optional.of(Explanation.of(
                        Cause.USED_BY_COMPUTED_COLUMN,
                        (one ? "column " : "columns ") + names + " of " + table.name() + (one ? " is" : " are")
                                + " computed from " + column + ", whose type does not change under that",
                        "Change it while " + (one ? "that column is" : "those columns are") + " not there; what "
                                + (one ? "it is" : "they are") + " computed from stays.",
                        free ? Fix.around(drops, again) : Fix.none()));
    }

    /** Whether nothing goes with the column that would not come back with it. */
    private boolean isFree(Table table, Column column) {
        return table.constraints().noneMatch(c -> Described.of(c).contains(column.name()))
                && situation.foreignKeys().stream()
                        .noneMatch(o -> o.key().referencedTable().equals(table.name())
                                && o.key().referencedColumns().contains(column.name()));
    }

    private List<Explanation> needed(Table table) {
        List<String> going = situation.droppedColumns(table);
        List<Explanation> found = new ArrayList<>();
        for (String column : going) {
            List<Column> computed = table.columns().stream()
                    .filter(c -> !going.contains(c.name()) && c.mayBeComputedFrom(column))
                    .toList();
            explanation(table, column, computed).ifPresent(found::add);
        }
        return found;
    }

    private Optional<Explanation> explanation(Table table, String column, List<Column> computed) {
        if (computed.isEmpty()) {
            return Optional.empty();
        }
        String names = computed.stream().map(Column::name).collect(Collectors.joining(", "));
        boolean one = computed.size() == 1;
        List<Sql> drops = computed.stream()
                .flatMap(c -> situation.ddl(new Change.DropColumn(table.name(), c, ColumnPosition.last())).stream())
                .toList();
        return Optional.of(Explanation.of(
                Cause.USED_BY_COMPUTED_COLUMN,
                (one ? "column " : "columns ") + names + " of " + table.name() + (one ? " is" : " are")
                        + " computed from " + column,
                "Drop " + (one ? "it" : "them") + " first, or give " + (one ? "it" : "them") + " an expression without "
                        + column + ".",
                Fix.before(drops)));
    }
}
