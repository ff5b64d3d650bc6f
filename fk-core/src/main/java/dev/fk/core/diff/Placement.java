package dev.fk.core.diff;

import dev.fk.core.schema.Column;
import dev.fk.core.schema.Generation;
import dev.fk.core.schema.Table;

/** Where the new columns of a table go: behind the column that stands before them in the wish. */
record Placement(Table from, Table to) {
    /** At the end unless a column that is there already follows. */
    ColumnPosition of(Column added) {
        int index = to.columns().indexOf(added);
        boolean trails = to.columns().stream().skip(index + 1L).noneMatch(c -> from.column(c.name())
                .isPresent());
        if (trails) {
            return ColumnPosition.last();
        }
        for (int i = index - 1; i >= 0; i--) {
            Column before = to.columns().get(i);
            if (stays(before)) {
                return ColumnPosition.after(before.name());
            }
        }
        return ColumnPosition.atFirst();
    }

    /** Computed columns may go, and come only when all others are there. */
    private boolean stays(Column column) {
        return !isComputed(column)
                && from.column(column.name()).filter(Placement::isComputed).isEmpty();
    }

    private static boolean isComputed(Column column) {
        return column.generation() instanceof Generation.Computed;
    }
}
