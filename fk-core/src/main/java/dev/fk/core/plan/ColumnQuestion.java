package dev.fk.core.plan;

import dev.fk.core.dialect.Conversion;
import dev.fk.core.dialect.Effect;
import dev.fk.core.dialect.RowRules;
import dev.fk.core.diff.Change;
import dev.fk.core.schema.Column;
import dev.fk.core.schema.Constraint;
import dev.fk.core.schema.Generation;
import dev.fk.core.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Which values of a column that is altered would make that fail, or become something else. */
final class ColumnQuestion {
    private final RowRules rules;
    private final LiveRows live;
    private final TableRows rows;
    private final Change.AlterColumn change;

    ColumnQuestion(RowRules rules, LiveRows live, TableRows rows, Change.AlterColumn change) {
        this.rules = rules;
        this.live = live;
        this.rows = rows;
        this.change = change;
    }

    List<DataCheck> checks() {
        Optional<TableRows.Value> value = rows.value(change.from().name());
        boolean losesNulls = change.from().nullable() && !change.to().nullable();
        List<DataCheck> checks = new ArrayList<>();
        if (value.isPresent() && losesNulls && rules.nulls(change.from(), change.to()) == Effect.FAILS) {
            checks.add(nulls(rules, rows, change.to()));
        }
        if (value.filter(TableRows.Value::exact).isPresent()) {
            values(checks);
        }
        return checks;
    }

    /** Rows with NULL in a column that is to be NOT NULL. */
    static DataCheck nulls(RowRules rules, TableRows rows, Column column) {
        String name = rules.quote(column.name());
        String condition = name + " IS NULL";
        boolean writable = rows.areAsStored(List.of(column.name()), rules);
        String update = writable && column.generation() instanceof Generation.Default value
                ? ": UPDATE " + rows.from(rules, Extent.WITH_HEIRS, List.of(column.name())) + " SET " + name + " = "
                        + value.expression() + " WHERE " + condition
                : ", or leave the column nullable.";
        return new DataQuestion(rules, rows, Extent.WITH_PAST, List.of(column.name()))
                .rows(
                        "FK303",
                        List.of(column.name()),
                        Optional.of(condition),
                        Optional.empty(),
                        "with NULL in " + column.name() + ", which is to be NOT NULL",
                        withPast("Give them a value" + update, rules, rows));
    }

    /** An update leaves those as they were. */
    private static String withPast(String remedy, RowRules rules, TableRows rows) {
        return rows.live()
                .flatMap(rules::past)
                .map(p -> remedy.replaceFirst("[.]?$", ". ")
                        + "Rows of the past stay as they were until the table forgets them: " + p.forgetting())
                .orElse(remedy);
    }

    private void values(List<DataCheck> checks) {
        String name = change.from().name();
        String quoted = rules.quote(name);
        Conversion conversion = rules.conversion(quoted, change.from(), change.to(), live.types());
        conversion
                .misfit()
                .ifPresent(misfit -> checks.add(new DataQuestion(rules, rows, Extent.WITH_PAST, List.of(name))
                        .rows(
                                "FK306",
                                List.of(name),
                                Optional.of(misfit),
                                Optional.empty(),
                                "with a value of " + name + " that does not fit "
                                        + change.to().type().describe(),
                                withPast("Change these values, or choose a type that holds them.", rules, rows))));
        rules.renumbered(quoted, change.from(), change.to())
                .ifPresent(zero -> checks.add(new DataQuestion(rules, rows, Extent.WITH_PAST, List.of(name))
                        .rows(
                                "FK309",
                                List.of(name),
                                Optional.of(zero),
                                Optional.empty(),
                                "with 0 in " + name
                                        + ", which would get the next number as soon as the column counts up",
                                "Give them a number of their own, or set the SQL mode NO_AUTO_VALUE_ON_ZERO.")));
        if (!change.from().collation().equals(change.to().collation())) {
            recollated(checks);
        }
    }

    /** Keys that stay, over a column that is compared in another way from now on. */
    private void recollated(List<DataCheck> checks) {
        LiveRows after = live.copy();
        change.accept(after);
        String column = change.from().name();
        Table table = rows.now();
        Stream<Constraint> keys = Stream.of(
                        table.primaryKey().stream(), table.uniqueKeys().stream(), table.indexes().stream())
                .flatMap(s -> s);
        after.of(change.table()).map(then -> new UniqueQuestion(rules, then)).ifPresent(question -> keys.filter(
                        k -> UniqueQuestion.columns(k).contains(column))
                .forEach(k -> question.of(k).ifPresent(checks::add)));
    }
}
