package dev.fk.core.explain.definition;

import dev.fk.core.dialect.Cause;
import dev.fk.core.explain.Explanation;
import dev.fk.core.explain.Fix;
import dev.fk.core.explain.situation.Situation;
import java.util.List;

/** MySQL and MariaDB: all columns of a table that should go. */
record LastColumns(Situation situation) {
    private static final int NO_COLUMNS = 1090;

    List<Explanation> find() {
        return situation.error().code() == NO_COLUMNS
                ? situation.statement().table().flatMap(situation::table).stream()
                        .map(t -> Explanation.of(
                                Cause.TABLE_NOT_POSSIBLE,
                                t.name() + " has no columns but " + String.join(", ", t.columnNames())
                                        + ", and no table is without",
                                "Add another column in the same statement; or drop the table, if that is meant: its rows go"
                                        + " with it.",
                                Fix.none()))
                        .toList()
                : List.of();
    }
}
