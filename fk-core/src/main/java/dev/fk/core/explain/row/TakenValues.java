package dev.fk.core.explain.row;

import dev.fk.core.dialect.Cause;
import dev.fk.core.explain.Explanation;
import dev.fk.core.explain.Fix;
import dev.fk.core.explain.situation.Described;
import dev.fk.core.explain.situation.RowSql;
import dev.fk.core.explain.situation.Situation;
import dev.fk.core.schema.Constraint;
import dev.fk.core.schema.KeyColumns;
import dev.fk.core.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** The row that has the values already which an INSERT says for a key. */
record TakenValues(Situation situation) {
    List<Explanation> find() {
        return situation.statement().changesRows() && situation.reported().contains(Cause.DUPLICATES)
                ? situation.statement().table().flatMap(situation::table).stream()
                        .flatMap(t -> Stream.<Constraint>concat(t.primaryKey().stream(), t.uniqueKeys().stream())
                                .filter(k -> situation.says(t, k))
                                .flatMap(k -> explanation(t, k).stream()))
                        .toList()
                : List.of();
    }

    private Optional<Explanation> explanation(Table table, Constraint key) {
        List<String> columns = KeyColumns.of(key);
        List<List<String>> written = new ArrayList<>();
        for (Map<String, String> row : new WrittenValues(situation, table).rows()) {
            if (row.keySet().containsAll(columns)) {
                written.add(columns.stream()
                        .map(row::get)
                        .map(Objects::requireNonNull)
                        .toList());
            }
        }
        RowSql rows = new RowSql(situation);
        String which = " and " + Described.of(key) + " allows one";
        return written.stream()
                .distinct()
                .filter(values -> rows.number(table, rows.hasValues(columns, values)) > 0)
                .findFirst()
                .map(values ->
                        "There is a row of " + table.name() + " with " + RowSql.values(columns, values) + " already,")
                .or(() -> written.stream()
                        .filter(values -> written.indexOf(values) != written.lastIndexOf(values))
                        .findFirst()
                        .map(values ->
                                "The statement itself has two rows with " + RowSql.values(columns, values) + ","))
                .map(fact -> Explanation.of(
                        Cause.DUPLICATES,
                        fact + which,
                        "Write other values, or change the row that is there.",
                        Fix.none()));
    }
}
