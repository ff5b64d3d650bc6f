package dev.fk.core.explain.row;

import dev.fk.core.dialect.Cause;
import dev.fk.core.dialect.Sql;
import dev.fk.core.explain.Explanation;
import dev.fk.core.explain.Fix;
import dev.fk.core.explain.situation.RowSql;
import dev.fk.core.explain.situation.Situation;
import dev.fk.core.schema.Column;
import dev.fk.core.schema.Exclusion;
import dev.fk.core.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The row beside which another one may not be that is written, by an exclusion constraint of PostgreSQL. */
record ExclusionCauses(Situation situation) {
    private static final String EXCLUDED = "23P01";
    private static final Pattern ELEMENT =
            Pattern.compile("[(,]\\s*(?:\"((?:[^\"]|\"\")+)\"|(\\w+))\\s+WITH\\s+([-+*/<>=~!@#%^&|`?]+)");

    List<Explanation> find() {
        return situation.error().state().equals(EXCLUDED)
                        && situation.statement().changesRows()
                ? situation.statement().table().flatMap(situation::table).stream()
                        .flatMap(t -> t.exclusions().stream()
                                .filter(e -> e.name().filter(situation::says).isPresent())
                                .map(e -> explanation(t, e)))
                        .toList()
                : List.of();
    }

    private Explanation explanation(Table table, Exclusion exclusion) {
        List<MatchResult> elements =
                ELEMENT.matcher(exclusion.definition()).results().toList();
        List<String> columns = elements.stream().map(ExclusionCauses::column).toList();
        boolean plain = !elements.isEmpty() && table.columnNames().containsAll(columns);
        List<String> seen = new ArrayList<>();
        if (plain) {
            new WrittenValues(situation, table)
                    .rows().stream()
                            .filter(row -> row.keySet().containsAll(columns))
                            .flatMap(row -> met(table, elements, row).stream())
                            .limit(1)
                            .forEach(seen::addAll);
        }
        return Explanation.of(
                        Cause.DUPLICATES,
                        "A row of the statement may not be beside another one of " + table.name() + ": "
                                + exclusion.name().orElse("") + " is " + exclusion.definition(),
                        "Write other values, or change the row that is there.",
                        Fix.none())
                .seen(seen);
    }

    private static String column(MatchResult element) {
        String quoted = element.group(1);
        return quoted == null ? element.group(2) : quoted.replace("\"\"", "\"");
    }

    private Optional<List<String>> met(Table table, List<MatchResult> elements, Map<String, String> row) {
        List<String> conditions = new ArrayList<>();
        for (MatchResult element : elements) {
            String column = column(element);
            String type = situation
                    .diagnosis()
                    .sql(table.column(column).map(Column::type).orElseThrow());
            conditions.add(situation.diagnosis().quote(column) + " " + element.group(3) + " CAST(" + row.get(column)
                    + " AS " + type + ")");
        }
        List<String> names = table.columnNames();
        return new RowSql(situation)
                .answer(new Sql("SELECT " + situation.quoted(names) + " FROM "
                        + situation.diagnosis().quote(table.name()) + " WHERE " + String.join(" AND ", conditions)
                        + " LIMIT 1"))
                .filter(rows -> !rows.isEmpty())
                .map(rows -> List.of(
                        "written: " + RowSql.values(List.copyOf(row.keySet()), List.copyOf(row.values())),
                        "there: " + RowSql.values(names, rows.get(0))));
    }
}
