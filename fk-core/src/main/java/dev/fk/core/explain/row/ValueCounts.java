package dev.fk.core.explain.row;

import dev.fk.core.dialect.Cause;
import dev.fk.core.explain.Explanation;
import dev.fk.core.explain.Fix;
import dev.fk.core.explain.situation.Situation;
import dev.fk.core.explain.statement.Cursor;
import dev.fk.core.explain.statement.Statement;
import dev.fk.core.schema.Table;
import java.util.List;
import java.util.Optional;

/** A row of INSERT that has more or fewer values than there are columns for them (MySQL and MariaDB, 1136). */
record ValueCounts(Situation situation) {
    private static final int ANOTHER_NUMBER = 1136;

    List<Explanation> find() {
        return situation.error().code() == ANOTHER_NUMBER
                        && situation.statement().kind() == Statement.Kind.INSERT
                ? situation.statement().table().flatMap(situation::table).stream()
                        .flatMap(t -> explanation(t).stream())
                        .toList()
                : List.of();
    }

    private Optional<Explanation> explanation(Table table) {
        Cursor at = situation.behindTable();
        boolean said = at.peek().isSign("(");
        List<String> columns = said ? situation.columns(table, at.names()) : table.columnNames();
        if (!at.accept("VALUES") && !at.accept("VALUE")) {
            return Optional.empty();
        }
        for (int row = 1; !at.atEnd(); row++) {
            int values = at.parts().size();
            if (values != columns.size() && values > 0) {
                return Optional.of(Explanation.of(
                        Cause.COLUMN_COUNT_DIFFERS,
                        "Row " + row + " of the statement has " + values + (values == 1 ? " value" : " values")
                                + ", and "
                                + (said ? "the statement names " : table.name() + " has ") + columns.size()
                                + (columns.size() == 1 ? " column: " : " columns: ") + String.join(", ", columns),
                        said
                                ? "Write a value for each of them."
                                : "Name the columns behind the table that the values are for.",
                        Fix.none()));
            }
            if (!at.acceptSign(",")) {
                break;
            }
        }
        return Optional.empty();
    }
}
