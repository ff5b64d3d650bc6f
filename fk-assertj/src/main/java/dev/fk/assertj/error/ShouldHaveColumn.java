package dev.fk.assertj.error;

import dev.fk.assertj.catalog.Remedy;
import dev.fk.assertj.catalog.TableView;
import dev.fk.core.diff.Change;
import dev.fk.core.diff.ColumnPosition;
import dev.fk.core.schema.Column;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** A column that should be there, or should not. */
@API(status = Status.INTERNAL)
public final class ShouldHaveColumn {
    private ShouldHaveColumn() {}

    public static Optional<Failure> failure(TableView view, List<String> columns) {
        return Missing.tableOrColumns(
                view, "to have " + Names.plural("column", columns.size()) + " " + String.join(", ", columns), columns);
    }

    /** The opposite: why a column that should not be there is a failure. */
    public static Optional<Failure> unexpected(TableView view, String column) {
        return Missing.table(view, "to have no column " + column).or(() -> view.column(column)
                .map(c -> Failure.expecting("table " + view.name() + " to have no column " + column + ", but it has.")
                        .wanting("no column " + column)
                        .have(c)
                        .fix(drop(view, c))));
    }

    private static Remedy drop(TableView view, Column column) {
        return new Standing(view).on(column).orElseGet(() -> view.snapshot()
                .remedy(new Change.DropColumn(view.name(), column, position(view, column))));
    }

    private static ColumnPosition position(TableView view, Column column) {
        int index = view.columnNames().indexOf(column.name());
        return index == 0
                ? ColumnPosition.atFirst()
                : ColumnPosition.after(view.columnNames().get(index - 1));
    }
}
