package dev.fk.assertj.catalog;

import dev.fk.core.schema.Check;
import dev.fk.core.schema.Column;
import dev.fk.core.schema.Table;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * A column of a table that is there, to get another type. The server compiles the checks of the table anew for it, and
 * refuses the change when one of them makes no sense any more: {@code c > 0} over a text (PostgreSQL 18: 42883). It is
 * asked, because only the server knows which operators it has.
 *
 * @param there the column as it is
 * @param wanted the column as it should be
 */
@API(status = Status.INTERNAL)
public record Retyping(TableView view, Column there, Column wanted) {
    /** What has to change before the type can; empty if nothing stands in the way of it. */
    public Optional<String> objection() {
        List<Check> checks = view.table().map(Table::checks).orElse(List.of());
        if (checks.isEmpty() || accepts(wanted, checks) || !accepts(there, checks)) {
            return Optional.empty();
        }
        String refused = checks.stream()
                .filter(c -> !accepts(wanted, List.of(c)))
                .map(c -> c.name().map(n -> "check " + n + " ").orElse("the check ") + "("
                        + c.expression().sql() + ")")
                .collect(Collectors.joining(", "));
        return refused.isEmpty()
                ? Optional.empty()
                : Optional.of(view.snapshot().database().server().product() + " does not take " + refused
                        + " over a column of type " + wanted.type().describe()
                        + "; drop or rewrite what is checked first");
    }

    private boolean accepts(Column column, List<Check> checks) {
        Equivalence server = new Equivalence(view.snapshot());
        return view.table()
                .map(t -> t.withChecks(checks)
                        .withForeignKeys(List.of())
                        .withColumns(t.columns().stream()
                                .map(c -> c.equals(there) ? column : c)
                                .toList()))
                .flatMap(t -> server.written(t, x -> x))
                .isPresent();
    }
}
