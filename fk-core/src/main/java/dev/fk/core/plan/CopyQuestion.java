package dev.fk.core.plan;

import dev.fk.core.dialect.RowRules;
import dev.fk.core.diff.Change;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which rows a server does not take when it writes a table anew, for values of which the change is not. */
record CopyQuestion(RowRules rules, LiveRows live) {
    private Map<String, String> conditions(Change change) {
        return rows(change).map(r -> rules.inTheWayOf(change, r.now())).orElse(Map.of());
    }

    private Optional<TableRows> rows(Change change) {
        return live.of(change.subject()).filter(r -> !r.isEmpty());
    }

    /** The change is told to be safe otherwise. */
    Assessment assessed(Change change, Assessment assessment) {
        Map<String, String> conditions = conditions(change);
        return conditions.isEmpty() || assessment.risk() != Risk.SAFE
                ? assessment
                : Assessment.dataDependent("fails if " + String.join(", ", conditions.keySet()) + " of "
                        + change.subject() + " has dates of zeros: the server writes the table anew");
    }

    List<DataCheck> checks(Change change) {
        List<DataCheck> checks = new ArrayList<>();
        conditions(change).forEach((column, condition) -> rows(change)
                .filter(r -> r.areAsStored(List.of(column), rules))
                .ifPresent(r -> checks.add(check(r, column, condition, change))));
        return checks;
    }

    private DataCheck check(TableRows rows, String column, String condition, Change change) {
        Optional<String> unless = change instanceof Change.AddForeignKey || change instanceof Change.AlterForeignKey
                ? rules.foreignKeysAreChecked()
                : Optional.empty();
        return new DataQuestion(rules, rows, Extent.WITH_PAST, List.of(column))
                .rows(
                        "FK311",
                        List.of(column),
                        Optional.of(condition),
                        unless,
                        "with a date of zeros in " + column
                                + ", which the server refuses when it writes the table anew",
                        "Give them another date, or NULL, or connect with an sql_mode that has neither NO_ZERO_DATE nor"
                                + " NO_ZERO_IN_DATE.");
    }
}
