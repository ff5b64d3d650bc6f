package dev.fk.core.explain;

import dev.fk.core.dialect.Cause;
import dev.fk.core.schema.Constraint;
import dev.fk.core.schema.PrimaryKey;
import dev.fk.core.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The row that has the values already which an INSERT says for a key. */
record TakenValues(Situation situation) {
    List<Explanation> find() {
        return situation.statement().changesRows() && situation.reported().contains(Cause.DUPLICATES)
                ? situation.statement().table().flatMap(situation::table).stream()
                        .flatMap(t -> Stream.<Constraint>concat(t.primaryKey().stream(), t.uniqueKeys().stream())
                                .filter(this::isSaid)
                                .flatMap(k -> explanation(t, k).stream()))
                        .toList()
                : List.of();
    }

    /** {@code "parent_code_key"}, {@code 'parent.code'}, {@code 'PRIMARY'}. */
    private boolean isSaid(Constraint key) {
        String name = key.name().orElse(key instanceof PrimaryKey ? "PRIMARY" : "");
        return situation.says(name) || situation.error().message().contains("." + name + "'");
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
        String which = " and " + Described.of(key) + " allows one";
        return written.stream()
                .distinct()
                .filter(values -> isThere(table, columns, values))
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

    private boolean isThere(Table table, List<String> columns, List<String> values) {
        String condition = IntStream.range(0, values.size())
                .mapToObj(i -> situation.diagnosis().quote(columns.get(i)) + " = " + values.get(i))
                .collect(Collectors.joining(" AND "));
        return new RowSql(situation).number(table, condition) > 0;
    }
}
