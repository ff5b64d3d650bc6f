package dev.fk.core.explain.row;

import dev.fk.core.dialect.Cause;
import dev.fk.core.explain.Explanation;
import dev.fk.core.explain.Fix;
import dev.fk.core.explain.situation.Situation;
import dev.fk.core.schema.Table;
import java.util.List;
import java.util.stream.Stream;

/** MySQL and MariaDB: a trigger changes the table whose change calls it. */
record TriggerCauses(Situation situation) {
    private static final int CHANGED_ALREADY = 1442;
    private static final int SHOWN = 80;

    List<Explanation> find() {
        return situation.error().code() == CHANGED_ALREADY
                        && situation.statement().changesRows()
                ? situation.statement().table().flatMap(situation::table).stream()
                        .flatMap(this::triggers)
                        .toList()
                : List.of();
    }

    private Stream<Explanation> triggers(Table table) {
        List<List<String>> all = situation.diagnosis().triggersOn(table.name()).stream()
                .flatMap(query -> situation.look().rows(query).stream())
                .filter(row ->
                        row.get(1).endsWith(" " + situation.statement().kind().name()))
                .toList();
        List<List<String>> naming =
                all.stream().filter(row -> isNamed(table, row.get(2))).toList();
        return (naming.isEmpty() ? all : naming)
                .stream().limit(1).map(row -> explanation(table, row, !naming.isEmpty()));
    }

    private boolean isNamed(Table table, String sql) {
        return situation.tokens(sql).stream()
                .anyMatch(t -> t.isName() && t.text().equals(table.name().name()));
    }

    private static Explanation explanation(Table table, List<String> trigger, boolean itself) {
        String sql = trigger.get(2).strip().replaceAll("\\s+", " ");
        return Explanation.of(
                        Cause.NOT_SUPPORTED,
                        "The trigger " + trigger.get(0) + " of " + table.name() + (itself ? " names" : " may change")
                                + " " + table.name() + ", which the statement is just changing",
                        "Let it set columns of the row by SET NEW.… in a BEFORE trigger; change other rows outside of it.",
                        Fix.none())
                .seen(List.of(trigger.get(0) + ", " + trigger.get(1) + ": "
                        + (sql.length() > SHOWN ? sql.substring(0, SHOWN) + "…" : sql)));
    }
}
