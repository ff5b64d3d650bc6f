package dev.fk.core.explain;

import dev.fk.core.dialect.Cause;
import dev.fk.core.dialect.Sql;
import dev.fk.core.diff.Change;
import dev.fk.core.diff.ColumnPosition;
import dev.fk.core.schema.Column;
import dev.fk.core.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The computed columns that need a column of their table which should go. */
record ComputedCauses(Situation situation) {
    List<Explanation> find() {
        if (!situation.reported().contains(Cause.USED_BY_COMPUTED_COLUMN)) {
            return List.of();
        }
        return situation.statement().table().flatMap(situation::table).stream()
                .flatMap(t -> needed(t).stream())
                .toList();
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
