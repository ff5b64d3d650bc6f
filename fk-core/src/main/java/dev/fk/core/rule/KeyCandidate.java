package dev.fk.core.rule;

import dev.fk.core.diff.Change;
import dev.fk.core.schema.Deferrability;
import dev.fk.core.schema.Options;
import dev.fk.core.schema.PrimaryKey;
import dev.fk.core.schema.Table;
import dev.fk.core.schema.UniqueKey;
import java.util.List;
import java.util.Optional;

/** What a table without a primary key could have for one: the columns of its first unique key without nulls. */
final class KeyCandidate {
    private KeyCandidate() {}

    static Violation violation(Table table) {
        Violation violation = Violation.of(Subject.of(table), "table " + table.name() + " has no primary key");
        Optional<List<String>> columns = table.uniqueKeys().stream()
                .map(UniqueKey::columns)
                .filter(c -> c.stream().allMatch(n -> table.column(n)
                        .filter(column -> !column.nullable())
                        .isPresent()))
                .findFirst();
        return columns.map(c -> violation.fixedBy(new Change.AddPrimaryKey(table.name(), key(c))))
                .orElseGet(
                        () -> violation.remedy("Give it a column that numbers its rows, or name the columns that do."));
    }

    private static PrimaryKey key(List<String> columns) {
        return new PrimaryKey(Optional.empty(), columns, Deferrability.NOT_DEFERRABLE, Options.none());
    }
}
