package dev.fk.core.explain.row;

import dev.fk.core.dialect.Cause;
import dev.fk.core.dialect.Sql;
import dev.fk.core.diff.Change;
import dev.fk.core.diff.ChangeSet;
import dev.fk.core.explain.Explanation;
import dev.fk.core.explain.Fix;
import dev.fk.core.explain.situation.RowSql;
import dev.fk.core.explain.situation.Situation;
import dev.fk.core.plan.DataCheck;
import dev.fk.core.plan.Planner;
import dev.fk.core.plan.Step;
import dev.fk.core.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** The rows in which a plan of the same changes would have seen, by its own questions, that the server refuses them. */
@API(status = Status.INTERNAL)
public record PlannedCauses(Situation situation) {
    private static final Map<String, Cause> CAUSES = Map.of(
            "FK301", Cause.ORPHANS,
            "FK302", Cause.PARTLY_NULL,
            "FK303", Cause.NULLS,
            "FK304", Cause.DUPLICATES,
            "FK305", Cause.CHECK_VIOLATED,
            "FK306", Cause.VALUES_UNFIT,
            "FK308", Cause.NULLS,
            "FK310", Cause.DUPLICATES);

    public List<Explanation> find() {
        return find(situation.reported());
    }

    /** Of these causes, whatever the server complained of. */
    public List<Explanation> find(Set<Cause> wanted) {
        if (wanted.stream().noneMatch(CAUSES::containsValue)) {
            return List.of();
        }
        return situation.statement().table().flatMap(situation::table).stream()
                .flatMap(t -> find(t, wanted).stream())
                .toList();
    }

    private List<Explanation> find(Table table, Set<Cause> wanted) {
        WrittenChanges written = new WrittenChanges(situation, table);
        List<Explanation> found = new ArrayList<>();
        for (Step step : new Planner(situation.dialect(), situation.server())
                .plan(ChangeSet.of(written.changes().toArray(Change[]::new)), situation.live())
                .steps()) {
            step.checks().stream()
                    .filter(c -> wanted.contains(CAUSES.getOrDefault(c.code(), Cause.UNKNOWN)))
                    .flatMap(c -> explanation(c, written).stream())
                    .forEach(found::add);
        }
        return found;
    }

    private Optional<Explanation> explanation(DataCheck check, WrittenChanges written) {
        RowSql rows = new RowSql(situation);
        long count = rows
                .answer(new Sql("SELECT COUNT(*) FROM (" + check.probe().text() + ") AS probed"))
                .stream()
                .flatMap(List::stream)
                .flatMap(List::stream)
                .mapToLong(Long::parseLong)
                .sum();
        if (count == 0) {
            return Optional.empty();
        }
        Cause cause = CAUSES.getOrDefault(check.code(), Cause.UNKNOWN);
        boolean sameInAll = cause == Cause.DUPLICATES && written.adds(check.columns());
        return Optional.of(Explanation.of(
                        cause,
                        check.describe(count),
                        sameInAll
                                ? "All rows get the same value in a new column: let it count up, or fill it before it is to"
                                        + " be unique."
                                : check.remedy(),
                        Fix.none())
                .seen(rows.answer(check.listing()).stream()
                        .flatMap(List::stream)
                        .map(row -> RowSql.values(check.labels(), row))
                        .filter(text -> !check.labels().equals(List.of("")))
                        .toList()));
    }
}
