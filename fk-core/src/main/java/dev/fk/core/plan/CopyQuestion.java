package dev.fk.core.plan;

import dev.fk.core.dialect.RowRules;
import dev.fk.core.dialect.Unwritable;
import dev.fk.core.diff.Change;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Which rows a server does not take when it writes a table anew, for values of which the change is not. */
record CopyQuestion(RowRules rules, LiveRows live) {
    private List<Unwritable> values(Change change) {
        return rows(change).map(r -> rules.inTheWayOf(change, r.now())).orElse(List.of());
    }

    private Optional<TableRows> rows(Change change) {
        return live.of(change.subject()).filter(r -> !r.isEmpty());
    }

    /** The change is told to be safe otherwise. */
    Assessment assessed(Change change, Assessment assessment) {
        List<Unwritable> values = values(change);
        return values.isEmpty() || assessment.risk() != Risk.SAFE
                ? assessment
                : Assessment.dataDependent(values.stream()
                                .map(v -> v.column() + " has " + v.value())
                                .collect(Collectors.joining(", or ", "fails if in " + change.subject() + " ", ""))
                        + ": the server writes the table anew");
    }

    List<DataCheck> checks(Change change) {
        List<DataCheck> checks = new ArrayList<>();
        for (Unwritable value : values(change)) {
            rows(change)
                    .filter(r -> r.areAsStored(List.of(value.column()), rules))
                    .ifPresent(r -> checks.add(check(r, value, change)));
        }
        return checks;
    }

    private DataCheck check(TableRows rows, Unwritable value, Change change) {
        Optional<String> unless = change instanceof Change.AddForeignKey || change instanceof Change.AlterForeignKey
                ? rules.foreignKeysAreChecked()
                : Optional.empty();
        return new DataQuestion(rules, rows, Extent.WITH_PAST, List.of(value.column()))
                .rows(
                        "FK311",
                        List.of(value.column()),
                        Optional.of(value.condition()),
                        unless,
                        "with " + value.value() + " in " + value.column()
                                + ", which the server refuses when it writes the table anew",
                        value.remedy());
    }
}
